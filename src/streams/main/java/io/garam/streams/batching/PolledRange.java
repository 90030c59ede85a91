package io.garam.streams.batching;

import io.garam.streams.client.OffsetRange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Polled range: what one poll brought of a partition.
 *
 * @param offsets from the first to after the last record
 * @param time that of the last record, in milliseconds since 1970
 */
record PolledRange(OffsetRange offsets, long time) {

  /** Returns one for each partition. Looks at the ends of runs alone: partitions come in turn. */
  static List<PolledRange> of(List<ConsumerRecord<byte[], byte[]>> records) {
    Map<TopicPartition, PolledRange> ranges = new LinkedHashMap<>();
    int first = 0;
    for (int next = 1; next <= records.size(); next++) {
      if (next == records.size() || !isSamePartition(records.get(first), records.get(next))) {
        PolledRange run = run(records.get(first), records.get(next - 1));
        ranges.merge(run.offsets().partition(), run, PolledRange::and);
        first = next;
      }
    }
    return List.copyOf(ranges.values());
  }

  private static boolean isSamePartition(ConsumerRecord<?, ?> one, ConsumerRecord<?, ?> other) {
    return one.partition() == other.partition() && one.topic().equals(other.topic());
  }

  private static PolledRange run(ConsumerRecord<?, ?> first, ConsumerRecord<?, ?> last) {
    TopicPartition partition = new TopicPartition(first.topic(), first.partition());
    return new PolledRange(
        new OffsetRange(partition, first.offset(), last.offset() + 1), last.timestamp());
  }

  private PolledRange and(PolledRange next) {
    return new PolledRange(
        new OffsetRange(offsets.partition(), offsets.from(), next.offsets.to()), next.time);
  }
}
