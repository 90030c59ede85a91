package io.garam.streams.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.garam.nlu.Intent;
import io.garam.nlu.Intent.ModelReference;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.micrometer.core.instrument.distribution.HistogramSnapshot;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaggingDistributionsTest {

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final TaggingDistributions distributions = new TaggingDistributions(registry);

  private DistributionSummary confidence() {
    return registry.get("garam.confidence").summary();
  }

  private Timer latency() {
    return registry.get("garam.event.latency").timer();
  }

  private static double upTo(HistogramSnapshot snapshot, double bound) {
    return Stream.of(snapshot.histogramCounts())
        .filter(bucket -> bucket.bucket() == bound)
        .mapToDouble(CountAtBucket::count)
        .sum();
  }

  @Test
  void allFourAreThereBeforeAnythingHappens() {
    assertThat(registry.getMeters())
        .extracting(meter -> meter.getId().getName())
        .contains(
            "garam.confidence",
            "garam.event.latency",
            "garam.batch.records",
            "garam.batch.duration");
    assertThat(confidence().count()).isZero();
    assertThat(latency().count()).isZero();
  }

  @Test
  void twoOfOneRegistryShareTheirMeters() {
    new TaggingDistributions(registry).tagged(0.5, Duration.ZERO);
    distributions.tagged(0.7, Duration.ZERO);
    assertThat(confidence().count()).isEqualTo(2);
  }

  @Test
  void aConfidenceOnABoundBelongsToWhatTheBoundIncludes() {
    for (double each : new double[] {0, 0.5, 0.75, 0.95, 1}) {
      distributions.tagged(each, Duration.ZERO);
    }
    HistogramSnapshot snapshot = confidence().takeSnapshot();
    assertThat(upTo(snapshot, 10)).isEqualTo(1);
    assertThat(upTo(snapshot, 50)).isEqualTo(2);
    assertThat(upTo(snapshot, 80)).isEqualTo(3);
    assertThat(upTo(snapshot, 95)).isEqualTo(4);
    assertThat(upTo(snapshot, 99)).isEqualTo(4);
    assertThat(upTo(snapshot, 100)).isEqualTo(5);
    assertThat(confidence().totalAmount()).isCloseTo(320, within(1e-9));
  }

  @Test
  void aDayIsTheLongestLatencyThatIsCounted() {
    distributions.tagged(1, Duration.ofHours(23));
    distributions.tagged(1, Duration.ofDays(1));
    distributions.tagged(1, Duration.ofDays(1).plusNanos(1));
    distributions.tagged(1, Duration.ofDays(56 * 365));
    assertThat(latency().count()).isEqualTo(4);
    assertThat(latency().totalTime(TimeUnit.HOURS)).isCloseTo(23 + 3 * 24, within(1e-6));
    assertThat(latency().max(TimeUnit.HOURS)).isCloseTo(24, within(1e-6));
  }

  @Test
  void manyEventsOfTheBeginningOfTimeDoNotOverflowTheSum() {
    for (int i = 0; i < 1_000; i++) {
      distributions.tagged(1, Duration.ofMillis(Long.MAX_VALUE));
    }
    assertThat(latency().totalTime(TimeUnit.DAYS)).isCloseTo(1_000, within(1e-6));
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, -3_600_000, -10_000_000_000_000L, Long.MIN_VALUE})
  void anEventFromTheFutureHasAConfidenceAndNoLatency(long millis) {
    distributions.tagged(0.5, Duration.ofMillis(millis));
    assertThat(confidence().count()).isEqualTo(1);
    assertThat(latency().count()).isZero();
    assertThat(latency().totalTime(TimeUnit.SECONDS)).isZero();
  }

  @Test
  void aTaggerWithoutARegistryTakesEventsOfTheFarFutureToo() {
    Intent intent = new Intent("a", 0.5f, List.of(), new ModelReference("m", "1", "d"), null);
    TaggingCounter counter = new TaggingCounter();
    counter.tagged(intent, 20_000_000_000_000L);
    counter.tagged(intent, Long.MAX_VALUE);
    assertThat(counter.counts().tagged()).isEqualTo(2);
  }

  @Test
  void aBatchIsOneOfItsSizeAndOneOfItsTime() {
    distributions.batch(500, Duration.ofMillis(20));
    distributions.batch(501, Duration.ofMillis(21));
    HistogramSnapshot records = registry.get("garam.batch.records").summary().takeSnapshot();
    assertThat(records.count()).isEqualTo(2);
    assertThat(records.total()).isEqualTo(1_001);
    assertThat(upTo(records, 200)).isZero();
    assertThat(upTo(records, 500)).isEqualTo(1);
    assertThat(upTo(records, 1_000)).isEqualTo(2);
    Timer time = registry.get("garam.batch.duration").timer();
    assertThat(time.totalTime(TimeUnit.MILLISECONDS)).isCloseTo(41, within(1e-6));
    assertThat(upTo(time.takeSnapshot(), (double) Duration.ofMillis(20).toNanos())).isEqualTo(1);
    assertThat(upTo(time.takeSnapshot(), (double) Duration.ofMillis(50).toNanos())).isEqualTo(2);
  }
}
