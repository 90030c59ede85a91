package io.garam.streams.client;

import java.util.Collection;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Offset range of a partition. Not every offset in it need have a record: compaction, retention and
 * transactions leave gaps.
 *
 * @param from the first offset
 * @param to the offset after the last one, at least {@code from}
 */
public record OffsetRange(TopicPartition partition, long from, long to) {

  /**
   * @throws IllegalArgumentException if it ends before it begins
   */
  public OffsetRange {
    if (from > to) {
      throw new IllegalArgumentException("no range is from " + from + " to " + to);
    }
  }

  /** Returns how many offsets there are in all of some ranges. */
  public static long size(Collection<OffsetRange> ranges) {
    return ranges.stream().mapToLong(OffsetRange::size).sum();
  }

  /** Returns how many offsets it has. */
  public long size() {
    return to - from;
  }

  public boolean isEmpty() {
    return from == to;
  }

  /** Returns the part that begins at an offset, or where this does if that is later. */
  public OffsetRange since(long offset) {
    return new OffsetRange(partition, Math.min(to, Math.max(from, offset)), to);
  }

  /**
   * Returns the part that a group has not read yet.
   *
   * @param committed how far it has come, for the partitions where it has begun
   */
  public OffsetRange left(Map<TopicPartition, Long> committed) {
    return since(committed.getOrDefault(partition, from));
  }

  /** Returns the part that ends before an offset, or where this does if that is earlier. */
  public OffsetRange until(long offset) {
    return new OffsetRange(partition, from, Math.max(from, Math.min(to, offset)));
  }
}
