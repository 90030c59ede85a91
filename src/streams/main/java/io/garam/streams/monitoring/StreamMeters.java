package io.garam.streams.monitoring;

import io.garam.streams.batching.InFlightRecords;
import io.garam.streams.clock.MonotonicTime;
import io.garam.streams.memory.DialogueSettings;
import io.garam.streams.statistics.MetricDefinition;
import io.garam.streams.statistics.TaggingMetrics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;

/**
 * Meters of a Kafka Streams client that tags: its lag, what it remembers, whether it is ready, and
 * Kafka's own metrics of it and its clients. Looks for metrics of new clients every ten seconds
 * until it is closed.
 */
public final class StreamMeters implements AutoCloseable {

  private static final Duration NEW_METRICS = Duration.ofSeconds(10);

  private final ScheduledExecutorService scheduler =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "garam-kafka-metrics");
            thread.setDaemon(true);
            return thread;
          });
  private final KafkaStreamsMetrics kafka;

  /**
   * Registers the meters.
   *
   * @param topics where events wait to be tagged
   * @param dialogues whether the model follows dialogues
   * @param ready what the tagger says of itself
   */
  public StreamMeters(
      MeterRegistry registry,
      KafkaStreams streams,
      Set<String> topics,
      InFlightRecords polled,
      boolean dialogues,
      BooleanSupplier ready) {
    ConsumerLag lag =
        new ConsumerLag(
            topics,
            streams::metrics,
            polled::polledTimes,
            () -> Instant.ofEpochMilli(MonotonicTime.SYSTEM.milliseconds()));
    gauge(registry, TaggingMetrics.LAG_RECORDS, lag::records);
    gauge(registry, TaggingMetrics.LAG_TIME, lag::seconds);
    gauge(registry, TaggingMetrics.READY, () -> ready.getAsBoolean() ? 1 : 0);
    if (dialogues) {
      gauge(registry, TaggingMetrics.OPEN_DIALOGUES, () -> openDialogues(streams));
    }
    kafka = new KafkaStreamsMetrics(streams, Tags.empty(), scheduler, NEW_METRICS);
    kafka.bindTo(registry);
  }

  private static void gauge(
      MeterRegistry registry, MetricDefinition metric, Supplier<Number> value) {
    Gauge.builder(metric.metricName(), value)
        .description(metric.meaning())
        .baseUnit(metric.unit())
        .register(registry);
  }

  /** While partitions move, stores cannot be asked. */
  private static double openDialogues(KafkaStreams streams) {
    try {
      return streams
          .store(
              StoreQueryParameters.fromNameAndType(
                  DialogueSettings.STORE, QueryableStoreTypes.keyValueStore()))
          .approximateNumEntries();
    } catch (InvalidStateStoreException e) {
      return Double.NaN;
    }
  }

  @Override
  public void close() {
    scheduler.shutdownNow();
    kafka.close();
  }
}
