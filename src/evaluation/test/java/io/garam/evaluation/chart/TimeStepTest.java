package io.garam.evaluation.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TimeStepTest {

  private static final Instant TIME = Instant.parse("2026-11-25T14:31:07Z");

  @Test
  void theShortestStepThatIsLongEnoughIsTaken() {
    double minute = Duration.ofMinutes(1).toMillis();

    assertThat(EvenTimeStep.of(8 * minute)).contains(new EvenTimeStep(Duration.ofMinutes(1)));
    assertThat(EvenTimeStep.of(9 * minute)).contains(new EvenTimeStep(Duration.ofMinutes(2)));
  }

  @Test
  void longerTimesAreDividedIntoMonths() {
    double year = Duration.ofDays(365).toMillis();

    assertThat(EvenTimeStep.of(year)).isEmpty();
    assertThat(MonthStep.of(year)).isEqualTo(new MonthStep(3));
    assertThat(MonthStep.of(year * 40)).isEqualTo(new MonthStep(120));
  }

  @Test
  void evenTicksBeginAtOrBeforeTheTime() {
    assertThat(first(new EvenTimeStep(Duration.ofMinutes(10)), 2))
        .containsExactly("2026-11-25T14:30:00Z", "2026-11-25T14:40:00Z");
    assertThat(first(new EvenTimeStep(Duration.ofDays(7)), 1))
        .as("weeks begin on Monday")
        .containsExactly("2026-11-23T00:00:00Z");
  }

  @Test
  void ticksOfMonthsAreTheirFirsts() {
    assertThat(first(new MonthStep(6), 3))
        .containsExactly("2026-01-01T00:00:00Z", "2026-07-01T00:00:00Z", "2027-01-01T00:00:00Z");
  }

  @Test
  void aDayThatBeginsAmongHoursIsWrittenAsItsDate() {
    ZonedDateTime midnight = ZonedDateTime.of(2026, 11, 25, 0, 0, 0, 0, ZoneOffset.UTC);
    TimeStep hours = new EvenTimeStep(Duration.ofHours(3));

    assertThat(hours.pattern(midnight)).isEqualTo("MM-dd");
    assertThat(hours.pattern(midnight.plusHours(3))).isEqualTo("HH:mm");
  }

  @Test
  void stepsOfYearsAreWrittenWithoutMonths() {
    assertThat(new MonthStep(6).pattern(TIME.atZone(ZoneOffset.UTC))).isEqualTo("yyyy-MM");
    assertThat(new MonthStep(24).pattern(TIME.atZone(ZoneOffset.UTC))).isEqualTo("yyyy");
  }

  private static List<String> first(TimeStep step, int ticks) {
    double from = TIME.toEpochMilli();
    return step.ticks(from)
        .limit(ticks)
        .mapToObj(tick -> Instant.ofEpochMilli((long) tick).toString())
        .toList();
  }
}
