package io.garam.streams.replay.range;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Position in a topic where a replay begins or ends, as a user says it: by offset, by time or by
 * age.
 */
public sealed interface Position {

  /**
   * The first record of each partition that is as new as a time.
   *
   * @param epochMs in milliseconds, at least 0
   */
  record Time(long epochMs) implements Position {}

  /**
   * Offsets of partitions.
   *
   * @param byPartition an offset for each partition that is named
   */
  record Offsets(Map<Integer, Long> byPartition) implements Position {}

  /** Reads a position that may not be given; null if it is not. */
  static @Nullable Position of(@Nullable String text, Instant now) {
    return text == null ? null : parse(text, now);
  }

  /**
   * Reads a position: a time in ISO 8601, in UTC where it names no zone, a date, a time that long
   * ago, or offsets by partition.
   *
   * @throws io.garam.nlu.GaramException if it is none of these
   */
  static Position parse(String text, Instant now) {
    return text.trim().matches(OffsetsParser.FORM)
        ? OffsetsParser.parse(text.trim())
        : new Time(TimeParser.parse(text, now));
  }
}
