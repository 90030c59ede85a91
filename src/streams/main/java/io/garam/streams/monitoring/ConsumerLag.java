package io.garam.streams.monitoring;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Consumer lag: how far the consumers of one Kafka Streams client are behind the ends of the
 * partitions of the topics with events, as they saw these when the brokers last answered.
 */
final class ConsumerLag {

  private static final String RECORDS_LAG = "records-lag";

  private final Set<String> topics;
  private final Supplier<Map<MetricName, ? extends Metric>> metrics;
  private final Supplier<Map<TopicPartition, Long>> fetchedTimes;
  private final InstantSource clock;

  /**
   * @param topics where events wait to be tagged
   * @param metrics those of the client and its consumers
   * @param fetchedTimes the time of the newest record of each partition that a poll has brought, in
   *     milliseconds since 1970
   */
  ConsumerLag(
      Set<String> topics,
      Supplier<Map<MetricName, ? extends Metric>> metrics,
      Supplier<Map<TopicPartition, Long>> fetchedTimes,
      InstantSource clock) {
    this.topics = Set.copyOf(topics);
    this.metrics = metrics;
    this.fetchedTimes = fetchedTimes;
    this.clock = clock;
  }

  /** Returns how many records were not fetched yet, over all partitions. */
  double records() {
    return byPartition().values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /**
   * Returns how old the newest record is that was fetched of a partition with a lag, in seconds, of
   * the oldest of these; 0 where nothing waits.
   */
  double seconds() {
    Map<TopicPartition, Long> times = fetchedTimes.get();
    long now = clock.millis();
    return byPartition().entrySet().stream()
        .filter(partition -> partition.getValue() > 0)
        .mapToDouble(partition -> now - times.getOrDefault(partition.getKey(), now))
        .map(millis -> Math.max(0, millis) / 1e3)
        .max()
        .orElse(0);
  }

  /** Kafka names a topic with dots twice, once with underscores for them. */
  private Map<TopicPartition, Double> byPartition() {
    Map<TopicPartition, Double> lags = new HashMap<>();
    metrics
        .get()
        .forEach(
            (name, metric) -> {
              if (name.name().equals(RECORDS_LAG)
                  && metric.metricValue() instanceof Double lag
                  && !lag.isNaN()) {
                topics.stream()
                    .filter(topic -> replaced(topic).equals(replaced(name.tags().get("topic"))))
                    .forEach(topic -> lags.put(partition(topic, name), lag));
              }
            });
    return lags;
  }

  private static TopicPartition partition(String topic, MetricName name) {
    return new TopicPartition(topic, Integer.parseInt(name.tags().get("partition")));
  }

  private static String replaced(@Nullable String tag) {
    return tag == null ? "" : tag.replace('.', '_');
  }
}
