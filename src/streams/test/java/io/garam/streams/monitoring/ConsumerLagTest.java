package io.garam.streams.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ConsumerLagTest {

  private static final long NOW = 100_000;

  private final Map<MetricName, Metric> metrics = new HashMap<>();
  private final Map<TopicPartition, Long> times = new HashMap<>();
  private final ConsumerLag lag =
      new ConsumerLag(
          Set.of("chat.log", "garam-dialogue-repartition"),
          () -> metrics,
          () -> times,
          Clock.fixed(Instant.ofEpochMilli(NOW), ZoneOffset.UTC));

  private void add(String name, String topic, int partition, Object value) {
    MetricName key =
        new MetricName(
            name, "group", "", Map.of("topic", topic, "partition", Integer.toString(partition)));
    metrics.put(
        key,
        new Metric() {
          @Override
          public MetricName metricName() {
            return key;
          }

          @Override
          public Object metricValue() {
            return value;
          }
        });
  }

  @Test
  void nothingIsBehindBeforeAnythingIsKnown() {
    add("records-lag", "chat.log", 0, Double.NaN);
    assertThat(lag.records()).isZero();
    assertThat(lag.seconds()).isZero();
  }

  @Test
  void recordsAreThoseOfAllPartitionsOfTheTopicAndOfNoOther() {
    add("records-lag", "chat.log", 0, 5.0);
    add("records-lag", "chat.log", 1, 7.0);
    add("records-lag", "garam-dialogues-changelog", 0, 100.0);
    add("records-lag-avg", "chat.log", 0, 1000.0);
    assertThat(lag.records()).isEqualTo(12);
  }

  @Test
  void whatWaitsOnItsWayOverTheRepartitionTopicIsBehindToo() {
    add("records-lag", "chat.log", 0, 5.0);
    add("records-lag", "garam-dialogue-repartition", 0, 7.0);
    times.put(new TopicPartition("chat.log", 0), NOW - 1_000);
    times.put(new TopicPartition("garam-dialogue-repartition", 0), NOW - 3_000);
    assertThat(lag.records()).isEqualTo(12);
    assertThat(lag.seconds()).isEqualTo(3);
  }

  /** Kafka registers a topic with dots under its name with underscores too. */
  @Test
  void aPartitionThatKafkaNamesTwiceCountsOnce() {
    add("records-lag", "chat.log", 0, 5.0);
    add("records-lag", "chat_log", 0, 5.0);
    assertThat(lag.records()).isEqualTo(5);
  }

  @Test
  void secondsAreThoseOfThePartitionThatIsFurthestBehind() {
    add("records-lag", "chat.log", 0, 5.0);
    add("records-lag", "chat.log", 1, 1.0);
    add("records-lag", "chat.log", 2, 0.0);
    times.put(new TopicPartition("chat.log", 0), NOW - 1_500);
    times.put(new TopicPartition("chat.log", 1), NOW - 4_000);
    times.put(new TopicPartition("chat.log", 2), NOW - 60_000);
    assertThat(lag.seconds()).isEqualTo(4);
  }

  @Test
  void timesFromTheFutureAreNoLag() {
    add("records-lag", "chat.log", 0, 5.0);
    times.put(new TopicPartition("chat.log", 0), NOW + 60_000);
    assertThat(lag.seconds()).isZero();
  }
}
