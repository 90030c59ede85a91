package io.garam.streams.replay;

import io.garam.streams.Tagger;
import io.garam.streams.client.OffsetRange;
import io.garam.streams.output.TaggingStatistics;
import io.garam.streams.statistics.TaggingCounter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Pass of a replay: one model going through what is replayed. Other instances may be at work in the
 * same pass; how far it has come is that of all.
 */
public final class ReplayPass implements AutoCloseable {

  /** After how long without any progress the rest is looked at, in case it holds no record. */
  private static final Duration STANDSTILL = Duration.ofSeconds(3);

  private final List<OffsetRange> ranges;
  private final Supplier<Map<TopicPartition, Long>> committed;
  private final Function<List<OffsetRange>, List<OffsetRange>> fromFirstRecords;
  private final @Nullable Tagger tagger;
  private long leftOffsets = Long.MAX_VALUE;
  private long movedAt = System.nanoTime();

  /**
   * @param tagger null where nothing is left to tag
   */
  ReplayPass(
      List<OffsetRange> ranges,
      Supplier<Map<TopicPartition, Long>> committed,
      Function<List<OffsetRange>, List<OffsetRange>> fromFirstRecords,
      @Nullable Tagger tagger) {
    this.ranges = ranges;
    this.committed = committed;
    this.fromFirstRecords = fromFirstRecords;
    this.tagger = tagger;
  }

  /**
   * How far a pass has come.
   *
   * @param done offsets that are behind it, with or without a record
   * @param all offsets that it goes through
   */
  public record Progress(long done, long all) {

    public boolean isComplete() {
      return done == all;
    }
  }

  /**
   * Returns how far the pass has come.
   *
   * @throws io.garam.nlu.GaramException if the tagger has stopped by itself
   */
  public Progress progress() throws InterruptedException {
    if (tagger != null) {
      tagger.awaitEnd(Duration.ZERO);
    }
    Map<TopicPartition, Long> read = committed.get();
    List<OffsetRange> left = ranges.stream().map(range -> range.left(read)).toList();
    long offsets = OffsetRange.size(left);
    if (offsets < leftOffsets) {
      leftOffsets = offsets;
      movedAt = System.nanoTime();
    } else if (offsets > 0 && System.nanoTime() - movedAt > STANDSTILL.toNanos()) {
      // Whoever read the last record may be gone, and nobody else commits past a gap at the end.
      offsets = OffsetRange.size(fromFirstRecords.apply(left)) == 0 ? 0 : offsets;
      movedAt = System.nanoTime();
    }
    long all = OffsetRange.size(ranges);
    return new Progress(all - offsets, all);
  }

  /** Returns what this instance does; nothing where all was done before. */
  public TaggingStatistics statistics() {
    return tagger == null ? new TaggingCounter() : tagger.statistics();
  }

  /** Says, once the pass is closed, whether all threads of it have ended. */
  public boolean endedInOrder() {
    return tagger == null || tagger.endedInOrder();
  }

  /** Finishes what is in hand, commits, and leaves the rest to who goes on. */
  @Override
  public void close() {
    if (tagger != null) {
      tagger.close();
    }
  }
}
