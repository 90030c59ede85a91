package io.garam.streams.limits;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a topic has refused although nothing foresaw it. Only what it would refuse again for certain
 * is foreseen by it: what is at least as large, as far away in time, or also without a key.
 *
 * @param tooLarge the least of the sizes that were refused, none of which contains another
 * @param keyNeeded whether a record was refused for want of a key
 * @param beforeMs how far a record's time may lie in the past, in milliseconds
 * @param afterMs how far a record's time may lie in the future, in milliseconds
 * @param batchBytes the largest batch of several records to try, in bytes
 */
record LearnedLimits(
    List<SentSize> tooLarge, boolean keyNeeded, long beforeMs, long afterMs, int batchBytes) {

  static final LearnedLimits NONE =
      new LearnedLimits(List.of(), false, Long.MAX_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE);

  /** As brokers say it of a record, in milliseconds. */
  private static final Pattern TIMES_TAKEN =
      Pattern.compile("timestamp should be within \\[(-?\\d{1,19}), (-?\\d{1,19})\\]");

  /** How long a record is under way at most, while its time comes nearer. */
  private static final long LONGEST_WAY_MS = 60_000;

  LearnedLimits {
    tooLarge = List.copyOf(tooLarge);
  }

  /** Returns what is known after a record was refused for its size. */
  LearnedLimits withSize(SentSize refused) {
    return isTooLarge(refused)
        ? this
        : new LearnedLimits(
            Stream.concat(
                    tooLarge.stream().filter(known -> !known.contains(refused)), Stream.of(refused))
                .toList(),
            keyNeeded,
            beforeMs,
            afterMs,
            batchBytes);
  }

  /** Returns what is known after a record was refused for want of a key. */
  LearnedLimits withoutKey() {
    return new LearnedLimits(tooLarge, true, beforeMs, afterMs, batchBytes);
  }

  /**
   * Returns what is known after a record was refused for its time.
   *
   * @param timestamp the record's, in milliseconds
   * @param message the broker's, which mostly says what times it takes
   * @param sent when the record was sent, in milliseconds
   * @param answered when the answer came, in milliseconds
   */
  LearnedLimits withTime(long timestamp, @Nullable String message, long sent, long answered) {
    Matcher taken = TIMES_TAKEN.matcher(String.valueOf(message));
    boolean said = taken.find();
    if (timestamp < sent) {
      long before = answered - (said ? Long.parseLong(taken.group(1)) : timestamp + 1);
      return new LearnedLimits(
          tooLarge, keyNeeded, Math.min(beforeMs, before), afterMs, batchBytes);
    }
    long after =
        said ? Long.parseLong(taken.group(2)) - sent + LONGEST_WAY_MS : timestamp - sent - 1;
    return new LearnedLimits(tooLarge, keyNeeded, beforeMs, Math.min(afterMs, after), batchBytes);
  }

  /** Returns what is known after a batch of several records was refused for its size. */
  LearnedLimits withBatch(int refusedBytes) {
    return new LearnedLimits(
        tooLarge, keyNeeded, beforeMs, afterMs, Math.min(batchBytes, refusedBytes / 2));
  }

  /** Says whether a record is at least as large as one that was refused. */
  boolean isTooLarge(SentSize size) {
    return tooLarge.stream().anyMatch(size::contains);
  }

  /** Says whether a record may be so, at no cost. */
  boolean mayBeTooLarge(BatchSize size) {
    return !tooLarge.isEmpty()
        && tooLarge.stream().anyMatch(known -> size.uncompressed() >= known.uncompressed());
  }

  boolean takesTime(long timestamp, long now) {
    return timestamp >= now ? timestamp - now <= afterMs : now - timestamp <= beforeMs;
  }
}
