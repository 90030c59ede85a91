package io.garam.evaluation.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.evaluation.Timeline;
import io.garam.evaluation.TimelineBin;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BinTimesTest {

  private static final long START = Instant.parse("2026-11-25T14:30:00Z").toEpochMilli();

  @ParameterizedTest
  @CsvSource({
    "PT1S, second",
    "PT15S, 15 seconds",
    "PT1M, minute",
    "PT5M, 5 minutes",
    "PT1H, hour",
    "PT6H, 6 hours",
    "P1D, day",
    "P14D, 14 days"
  })
  void aWidthIsWrittenInItsGreatestUnit(Duration width, String text) {
    assertThat(times(width).width()).isEqualTo(text);
  }

  @Test
  void theSpanReachesToTheEndOfTheLastBin() {
    assertThat(times(Duration.ofMinutes(15)).span())
        .isEqualTo("2026-11-25 14:30 to 2026-11-25 15:00");
  }

  @Test
  void secondsAreWrittenOnlyWhereBinsAreAsNarrow() {
    assertThat(times(Duration.ofSeconds(5)).span())
        .isEqualTo("2026-11-25 14:30:00 to 2026-11-25 14:30:10");
  }

  private static BinTimes times(Duration width) {
    return new BinTimes(
        new Timeline(
            width.toMillis(),
            List.of(
                new TimelineBin(START, Map.of("order", 1)),
                new TimelineBin(START + width.toMillis(), Map.of("order", 1))),
            0));
  }
}
