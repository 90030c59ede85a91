package io.garam.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class WideningBinsTest {

  private static final long START = Instant.parse("2026-11-25T14:30:00Z").toEpochMilli();

  private final WideningBins bins = new WideningBins();

  @Test
  void asManySecondsAsThereMayBeBinsAreKeptApart() {
    bins.add(START, "a");
    bins.add(START + 119_999, "b");

    assertThat(bins.widthMillis()).isEqualTo(1_000);
    assertThat(bins.all())
        .hasSize(120)
        .startsWith(new TimelineBin(START, Map.of("a", 1)))
        .endsWith(new TimelineBin(START + 119_000, Map.of("b", 1)));
  }

  @Test
  void oneSecondMoreMergesFiveBinsIntoOne() {
    bins.add(START + 1_000, "a");
    bins.add(START + 4_000, "a");
    bins.add(START + 3_000, "b");
    bins.add(START + 120_000 + 1_000, "a");

    assertThat(bins.widthMillis()).isEqualTo(5_000);
    assertThat(bins.all())
        .hasSize(25)
        .startsWith(new TimelineBin(START, Map.of("a", 2, "b", 1)))
        .endsWith(new TimelineBin(START + 120_000, Map.of("a", 1)));
  }

  @Test
  void oneFarTimeWidensAsOftenAsItTakes() {
    bins.add(START, "a");
    bins.add(START - Duration.ofDays(100).toMillis(), "b");

    assertThat(bins.widthMillis()).isEqualTo(Duration.ofDays(1).toMillis());
    assertThat(bins.all())
        .hasSize(101)
        .startsWith(
            new TimelineBin(Instant.parse("2026-08-17T00:00:00Z").toEpochMilli(), Map.of("b", 1)))
        .endsWith(
            new TimelineBin(Instant.parse("2026-11-25T00:00:00Z").toEpochMilli(), Map.of("a", 1)));
  }

  @Test
  void timesBefore1970AreInTheBinThatHoldsThem() {
    bins.add(-1, "a");
    bins.add(0, "b");

    assertThat(bins.all())
        .containsExactly(
            new TimelineBin(-1_000, Map.of("a", 1)), new TimelineBin(0, Map.of("b", 1)));
  }

  @Test
  void nothingIsNoBin() {
    assertThat(bins.all()).isEmpty();
    assertThat(bins.widthMillis()).isEqualTo(1_000);
  }
}
