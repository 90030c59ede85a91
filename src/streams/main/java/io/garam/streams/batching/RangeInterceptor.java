package io.garam.streams.batching;

import io.garam.streams.client.OffsetRange;
import io.garam.streams.event.SourcePosition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Confines a tagger to ranges of its input topic: what a poll brings from beyond their ends is left
 * out, as if it were a gap, and what is left says where it was read. Kafka Streams commits past
 * gaps, so the group's offsets reach the ends of the ranges, or go beyond them.
 */
public final class RangeInterceptor implements ConsumerInterceptor<byte[], byte[]> {

  /** Configuration key of the ranges, a list of {@link OffsetRange}. */
  public static final String RANGES = "garam.internal.ranges";

  private final Map<TopicPartition, Long> ends = new HashMap<>();

  @Override
  public void configure(Map<String, ?> configs) {
    for (Object range : (List<?>) Objects.requireNonNull(configs.get(RANGES), RANGES)) {
      OffsetRange one = (OffsetRange) range;
      ends.put(one.partition(), one.to());
    }
  }

  @Override
  public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
    Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> within = new HashMap<>();
    for (TopicPartition partition : records.partitions()) {
      List<ConsumerRecord<byte[], byte[]>> all = records.records(partition);
      Long end = ends.get(partition);
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

  @Override
  public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

  @Override
  public void close() {}
}
