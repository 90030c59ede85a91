package io.garam.streams.monitoring;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;

/** Stream threads of a client: what is assigned to them, and when they last asked for records. */
record StreamThreads(KafkaStreams streams) {

  /** Returns the partitions of a topic that are processed here. */
  Set<TopicPartition> assigned(String topic) {
    return streams.metadataForLocalThreads().stream()
        .flatMap(thread -> thread.activeTasks().stream())
        .flatMap(task -> task.topicPartitions().stream())
        .filter(partition -> partition.topic().equals(topic))
        .collect(Collectors.toSet());
  }

  /** Kafka's consumer counts the seconds; a thread's consumer is called after it. */
  Duration sincePoll(Thread thread) {
    return streams.metrics().values().stream()
        .filter(metric -> metric.metricName().name().equals("last-poll-seconds-ago"))
        .filter(
            metric ->
                (thread.getName() + "-consumer")
                    .equals(metric.metricName().tags().get("client-id")))
        .map(Metric::metricValue)
        .filter(Number.class::isInstance)
        .map(seconds -> Duration.ofSeconds(((Number) seconds).longValue()))
        .findFirst()
        .orElse(Duration.ZERO);
  }
}
