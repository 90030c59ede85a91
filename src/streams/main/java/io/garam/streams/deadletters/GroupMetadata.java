package io.garam.streams.deadletters;

import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Metadata of a consumer group whose offsets a transaction commits. Kafka hands this out by a
 * consumer alone, which is asked nothing else and never connects.
 */
final class GroupMetadata {

  private GroupMetadata() {}

  static ConsumerGroupMetadata of(DeadLetterTopic letters) {
    Map<String, Object> properties =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            letters.brokers().addresses(),
            ConsumerConfig.GROUP_ID_CONFIG,
            letters.group(),
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false);
    try (Consumer<byte[], byte[]> member =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      return member.groupMetadata();
    }
  }
}
