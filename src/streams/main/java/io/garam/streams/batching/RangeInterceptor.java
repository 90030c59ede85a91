package io.garam.streams.batching;

import io.garam.streams.event.SourcePosition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Consumer interceptor that ends at given offsets: what a poll brings from beyond them is left out,
 * as if it were a gap, and what is left says where it was read. Kafka Streams commits past gaps, so
 * the group's offsets reach the end offsets, or go beyond them.
 */
public final class RangeInterceptor implements PollInterceptor {

  /** Configuration key of the end offsets, exclusive: a map by partition. */
  public static final String END_OFFSETS = "garam.internal.end.offsets";

  private Map<?, ?> ends = Map.of();

  /** Puts this interceptor before those that the main consumer has. */
  public static void addTo(Properties properties, Map<TopicPartition, Long> endOffsets) {
    String key = StreamsConfig.mainConsumerPrefix(ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG);
    List<Object> all = new ArrayList<>(List.of(RangeInterceptor.class.getName()));
    all.addAll((List<?>) properties.getOrDefault(key, List.of()));
    properties.put(key, all);
    properties.put(StreamsConfig.mainConsumerPrefix(END_OFFSETS), endOffsets);
  }

  @Override
  public void configure(Map<String, ?> configs) {
    ends = (Map<?, ?>) Objects.requireNonNull(configs.get(END_OFFSETS), END_OFFSETS);
  }

  @Override
  public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
    Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> within = new HashMap<>();
    for (TopicPartition partition : records.partitions()) {
      List<ConsumerRecord<byte[], byte[]>> all = records.records(partition);
      Long end = (Long) ends.get(partition);
      if (end != null) {
        all = all.stream().filter(record -> record.offset() < end).toList();
        all.forEach(SourcePosition::writeHeader);
      }
      if (!all.isEmpty()) {
        within.put(partition, all);
      }
    }
    return new ConsumerRecords<>(within, records.nextOffsets());
  }
}
