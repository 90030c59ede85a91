package io.garam.evaluation;

import java.time.Duration;
import java.util.List;

/**
 * Width of the bins of a timeline: a round time, from a second to a week and its doubles. Each
 * divides the next, so that bins merge without a remainder.
 *
 * @param millis how long a bin lasts
 */
record BinWidth(long millis) {

  private static final List<Duration> ROUND =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofSeconds(5),
          Duration.ofSeconds(15),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(6),
          Duration.ofDays(1),
          Duration.ofDays(7));

  /** The Monday before 1970, where bins are counted from. */
  private static final long ORIGIN = -Duration.ofDays(3).toMillis();

  static final BinWidth NARROWEST = new BinWidth(ROUND.get(0).toMillis());

  BinWidth next() {
    return new BinWidth(
        ROUND.stream()
            .mapToLong(Duration::toMillis)
            .filter(wider -> wider > millis)
            .findFirst()
            .orElse(millis * 2));
  }

  /** Returns the number of the bin that a time is in. */
  long bin(long time) {
    return Math.floorDiv(time - ORIGIN, millis);
  }

  /** Returns when a bin begins, in milliseconds since 1970. */
  long startMillis(long bin) {
    return ORIGIN + bin * millis;
  }
}
