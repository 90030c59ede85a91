package io.garam.benchmarks.comparison;

import io.garam.nlu.GaramException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Committed output of a pipeline, read from its beginning.
 *
 * @param topic what the pipeline wrote to
 */
record CommittedOutput(String bootstrapServers, String topic) {

  /** What is committed is seen at once, but Flink commits offsets before its transaction. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /**
   * Reads until the check has all that it waits for, and to what is the end then.
   *
   * @throws GaramException if something is missing or wrong
   */
  void check(OutputCheck check) {
    Map<String, Object> settings =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(one -> new TopicPartition(topic, one.partition()))
              .toList();
      consumer.assign(partitions);
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (!check.isComplete() || !atTheEnd(consumer, partitions)) {
        var records = consumer.poll(Duration.ofMillis(100));
        records.forEach(record -> check.take(record.value()));
        if (!records.isEmpty()) {
          deadline = System.nanoTime() + PATIENCE.toNanos();
        }
        if (System.nanoTime() > deadline) {
          throw new GaramException(
              "Expected every event in the output "
                  + topic
                  + ", but found "
                  + check.count()
                  + "; no time counts until the others come out too.");
        }
      }
    }
  }

  private static boolean atTheEnd(
      KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
    return consumer.endOffsets(partitions).entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }
}
