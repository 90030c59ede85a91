package io.garam.streams.replay.range;

import io.garam.nlu.GaramException;
import io.garam.streams.client.OffsetRange;
import io.garam.streams.client.TopicReader;
import io.garam.streams.replay.range.Position.Offsets;
import io.garam.streams.replay.range.Position.Time;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What of a topic is replayed: fixed at the start, however much is written meanwhile. */
public final class SourceRanges {

  private final TopicReader reader;
  private final Instant now;
  private final Consumer<String> notices;

  /**
   * @param notices hears what was asked for and is not there, a sentence each
   */
  public SourceRanges(TopicReader reader, Instant now, Consumer<String> notices) {
    this.reader = reader;
    this.now = now;
    this.notices = notices;
  }

  /**
   * Returns a range for each partition, each empty or beginning with a record.
   *
   * @param from null for what the topic begins with now
   * @param to null for what it ends with now
   * @throws GaramException if there is no record between them
   */
  public List<OffsetRange> find(String topic, @Nullable Position from, @Nullable Position to) {
    new PositionOrder(from, to).require(now);
    List<OffsetRange> whole = reader.whole(topic);
    List<OffsetRange> ranges = until(to, whole, since(from, whole));
    List<OffsetRange> filled = reader.fromFirstRecords(ranges);
    if (filled.stream().allMatch(OffsetRange::isEmpty)) {
      throw new GaramException(
          "Expected records to replay between --from and --to, but there are none: "
              + topic
              + " holds "
              + whole.stream()
                  .map(
                      range ->
                          range.isEmpty()
                              ? "nothing in partition " + range.partition().partition()
                              : "offsets "
                                  + range.from()
                                  + " to "
                                  + (range.to() - 1)
                                  + " in partition "
                                  + range.partition().partition())
                  .collect(Collectors.joining(", "))
              + "; choose another stretch.");
    }
    return filled;
  }

  private List<OffsetRange> since(@Nullable Position from, List<OffsetRange> whole) {
    if (from instanceof Time time) {
      return reader.since(time.epochMs(), whole);
    }
    if (from instanceof Offsets offsets) {
      return cut(
          whole,
          new NamedOffsets("--from", offsets, notices).in(whole, OffsetRange::from),
          OffsetRange::since);
    }
    return whole;
  }

  private List<OffsetRange> until(
      @Nullable Position to, List<OffsetRange> whole, List<OffsetRange> ranges) {
    if (to instanceof Time time) {
      if (time.epochMs() > now.toEpochMilli()) {
        notices.accept(
            "--to is in the future ("
                + Instant.ofEpochMilli(time.epochMs())
                + "); the replay ends with what is there now.");
      }
      return reader.until(time.epochMs(), ranges);
    }
    if (to instanceof Offsets offsets) {
      // What is left behind --from is not all that the topic holds.
      return cut(
          ranges,
          new NamedOffsets("--to", offsets, notices).in(whole, OffsetRange::to),
          OffsetRange::until);
    }
    return ranges;
  }

  private static List<OffsetRange> cut(
      List<OffsetRange> ranges,
      List<Long> offsets,
      BiFunction<OffsetRange, Long, OffsetRange> part) {
    return IntStream.range(0, ranges.size())
        .mapToObj(i -> part.apply(ranges.get(i), offsets.get(i)))
        .toList();
  }
}
