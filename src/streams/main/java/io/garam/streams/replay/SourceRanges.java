package io.garam.streams.replay;

import io.garam.nlu.GaramException;
import io.garam.streams.client.OffsetRange;
import io.garam.streams.client.TopicReader;
import io.garam.streams.replay.Position.Offsets;
import io.garam.streams.replay.Position.Time;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What of a topic is replayed: fixed at the start, however much is written meanwhile. */
final class SourceRanges {

  private final TopicReader reader;
  private final Instant now;
  private final Consumer<String> notices;

  /**
   * @param notices hears what was asked for and is not there, a sentence each
   */
  SourceRanges(TopicReader reader, Instant now, Consumer<String> notices) {
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
  List<OffsetRange> find(String topic, @Nullable Position from, @Nullable Position to) {
    requirePast(from, now);
    requireOrder(from, to);
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

  static void requireOrder(@Nullable Position from, @Nullable Position to) {
    if (from instanceof Time begin && to instanceof Time end && begin.epochMs() >= end.epochMs()) {
      throw new GaramException(
          "Expected --from to be before --to, but "
              + Instant.ofEpochMilli(begin.epochMs())
              + " is not before "
              + Instant.ofEpochMilli(end.epochMs())
              + "; exchange them, or correct one.");
    }
    if (from instanceof Offsets begin && to instanceof Offsets end) {
      begin
          .byPartition()
          .forEach(
              (partition, first) -> {
                Long last = end.byPartition().get(partition);
                if (last != null && first > last) {
                  throw new GaramException(
                      "Expected --from to be before --to, but for partition "
                          + partition
                          + " offset "
                          + first
                          + " is after "
                          + last
                          + "; exchange them, or correct one.");
                }
              });
    }
  }

  static void requirePast(@Nullable Position from, Instant now) {
    if (from instanceof Time time && time.epochMs() > now.toEpochMilli()) {
      throw new GaramException(
          "Expected --from to be in the past, but "
              + Instant.ofEpochMilli(time.epochMs())
              + " is after now ("
              + now.truncatedTo(ChronoUnit.SECONDS)
              + "); choose an earlier time.");
    }
  }

  private List<OffsetRange> since(@Nullable Position from, List<OffsetRange> whole) {
    if (from instanceof Time time) {
      return reader.since(time.epochMs(), whole);
    }
    if (from instanceof Offsets offsets) {
      requireKnown("--from", offsets, whole);
      return whole.stream()
          .map(range -> range.since(offset(offsets, range, range.from(), "--from")))
          .toList();
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
      requireKnown("--to", offsets, whole);
      // What is left behind --from is not all that the topic holds.
      List<Long> ends =
          whole.stream().map(range -> offset(offsets, range, range.to(), "--to")).toList();
      return IntStream.range(0, ranges.size())
          .mapToObj(i -> ranges.get(i).until(ends.get(i)))
          .toList();
    }
    return ranges;
  }

  private static void requireKnown(String option, Offsets offsets, List<OffsetRange> whole) {
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
  }

  private long offset(Offsets offsets, OffsetRange range, long otherwise, String option) {
    Map<Integer, Long> named = offsets.byPartition();
    long offset = named.getOrDefault(range.partition().partition(), otherwise);
    if (offset < range.from() || offset > range.to()) {
      notices.accept(
          option
              + " asks for offset "
              + offset
              + " of partition "
              + range.partition().partition()
              + ", but the topic holds "
              + range.from()
              + " to "
              + range.to()
              + "; the replay goes as far as that.");
    }
    return offset;
  }
}
