package io.garam.streams.statistics;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.stream.LongStream;

/**
 * Distributions of what the tagger does, as histograms of a meter registry with fixed bounds, so
 * that those of many instances can be added. Safe for many threads.
 */
final class TaggingDistributions {

  /** Not as shares of 1: a histogram of Micrometer's counts by whole numbers, rounded up. */
  private static final double[] PERCENTS = {10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 99, 100};

  private static final double[] RECORDS = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000};
  private static final Duration[] BATCH_TIMES =
      millis(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 30_000);
  private static final Duration[] LATENCIES =
      millis(
          5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 30_000, 60_000, 300_000,
          3_600_000);

  /**
   * Longer waits count as this one: a timer adds nanoseconds in 64 bits, and a few events of 1970
   * would be beyond them.
   */
  private static final Duration LONGEST = Duration.ofDays(1);

  private final DistributionSummary confidence;
  private final Timer latency;
  private final DistributionSummary batchRecords;
  private final Timer batchTime;

  TaggingDistributions(MeterRegistry registry) {
    confidence = summary(registry, TaggingMetrics.CONFIDENCE, PERCENTS);
    latency = timer(registry, TaggingMetrics.LATENCY, LATENCIES);
    batchRecords = summary(registry, TaggingMetrics.BATCH_RECORDS, RECORDS);
    batchTime = timer(registry, TaggingMetrics.BATCH_TIME, BATCH_TIMES);
  }

  /**
   * Notes a tagged event.
   *
   * @param waited since its timestamp; of one from the future, nothing is noted, and of one that is
   *     older than a day, a day
   */
  void tagged(double itsConfidence, Duration waited) {
    // In whole numbers: two readings around one event must not give away its exact confidence.
    confidence.record(Math.ceil(100 * itsConfidence));
    if (!waited.isNegative()) {
      latency.record(waited.compareTo(LONGEST) > 0 ? LONGEST : waited);
    }
  }

  void batch(int records, Duration took) {
    batchRecords.record(records);
    batchTime.record(took);
  }

  private static DistributionSummary summary(
      MeterRegistry registry, MetricDefinition metric, double... bounds) {
    return DistributionSummary.builder(metric.metricName())
        .baseUnit(metric.unit())
        .description(metric.meaning())
        .serviceLevelObjectives(bounds)
        .register(registry);
  }

  private static Timer timer(MeterRegistry registry, MetricDefinition metric, Duration... bounds) {
    return Timer.builder(metric.metricName())
        .description(metric.meaning())
        .serviceLevelObjectives(bounds)
        .register(registry);
  }

  private static Duration[] millis(long... values) {
    return LongStream.of(values).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
  }
}
