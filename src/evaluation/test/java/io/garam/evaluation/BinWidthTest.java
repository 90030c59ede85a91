package io.garam.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class BinWidthTest {

  private static Stream<BinWidth> widths() {
    return Stream.iterate(BinWidth.NARROWEST, BinWidth::next).limit(16);
  }

  @Test
  void everyWidthDividesTheNext() {
    widths()
        .forEach(
            width ->
                assertThat(width.next().millis() % width.millis())
                    .as("from %s to %s", width, width.next())
                    .isZero());
  }

  @Test
  void beyondAWeekWidthsDouble() {
    BinWidth week = new BinWidth(Duration.ofDays(7).toMillis());

    assertThat(week.next().millis()).isEqualTo(Duration.ofDays(14).toMillis());
    assertThat(week.next().next().millis()).isEqualTo(Duration.ofDays(28).toMillis());
  }

  @Test
  void aTimeIsInTheBinThatBeginsAtOrBeforeIt() {
    long time = Instant.parse("2026-11-25T14:30:07.123Z").toEpochMilli();

    widths()
        .forEach(
            width -> {
              long start = width.startMillis(width.bin(time));
              assertThat(time - start).as("in bins of %s", width).isBetween(0L, width.millis() - 1);
              assertThat(width.bin(start)).isEqualTo(width.bin(time));
              assertThat(width.bin(start - 1)).isEqualTo(width.bin(time) - 1);
            });
  }

  @Test
  void aBinOfADayBeginsAtMidnight() {
    BinWidth day = new BinWidth(Duration.ofDays(1).toMillis());
    long noon = Instant.parse("2026-11-25T12:00:00Z").toEpochMilli();

    assertThat(day.startMillis(day.bin(noon)))
        .isEqualTo(Instant.parse("2026-11-25T00:00:00Z").toEpochMilli());
  }
}
