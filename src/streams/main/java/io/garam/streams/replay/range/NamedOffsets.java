package io.garam.streams.replay.range;

import io.garam.nlu.GaramException;
import io.garam.streams.client.OffsetRange;
import io.garam.streams.replay.range.Position.Offsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/**
 * Offsets that a user named by an option, held against what a topic has.
 *
 * @param notices hears what was asked for and is not there, a sentence each
 */
record NamedOffsets(String option, Offsets offsets, Consumer<String> notices) {

  /**
   * Returns an offset for each range of a topic.
   *
   * @param whole all that the topic holds, a range for each partition
   * @param otherwise the offset in the range of a partition that is not named
   * @throws GaramException if a partition is named that the topic does not have
   */
  List<Long> in(List<OffsetRange> whole, ToLongFunction<OffsetRange> otherwise) {
    for (int partition : offsets.byPartition().keySet()) {
      if (partition >= whole.size()) {
        throw new GaramException(
            "Expected "
                + option
                + " to name partitions of "
                + whole.get(0).partition().topic()
                + ", which has "
                + whole.size()
                + " (from 0), but found "
                + partition
                + "; correct it.");
      }
    }
    return whole.stream().map(range -> in(range, otherwise.applyAsLong(range))).toList();
  }

  private long in(OffsetRange range, long otherwise) {
    int partition = range.partition().partition();
    long offset = offsets.byPartition().getOrDefault(partition, otherwise);
    if (offset < range.from() || offset > range.to()) {
      notices.accept(
          option
              + " asks for offset "
              + offset
              + " of partition "
              + partition
              + ", but the topic holds "
              + range.from()
              + " to "
              + range.to()
              + "; the replay goes as far as that.");
    }
    return offset;
  }
}
