package io.garam.streams.registry;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Canary of a name: a bundle that answers a share of the keys, while the active one answers the
 * others.
 *
 * @param percent of all keys, 0.01 to 99.99
 * @param until when it ends by itself unless it was made active, ISO 8601 in UTC, so that one that
 *     nobody watches any more does not go on; null where it has no end
 * @param require what must hold of it, as it was given; null where nothing must
 * @param at since when, ISO 8601 in UTC
 * @param by the user of the machine that began it
 */
public record Canary(
    String digest,
    double percent,
    @Nullable String until,
    @Nullable String require,
    String at,
    String by) {

  public static final double LEAST_PERCENT = 0.01;
  public static final double MOST_PERCENT = 99.99;

  /**
   * @throws NullPointerException if anything is missing
   * @throws IllegalArgumentException if the share is none, or the end no time
   */
  public Canary {
    Objects.requireNonNull(digest, "digest");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(by, "by");
    if (!(percent >= LEAST_PERCENT && percent <= MOST_PERCENT)) {
      throw new IllegalArgumentException("expected 0.01 to 99.99 percent, not " + percent);
    }
    if (until != null) {
      requireTime(until);
    }
  }

  private static void requireTime(String text) {
    try {
      var unused = Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("expected a time, not " + text, e);
    }
  }

  /** Returns the share of the keys in words, such as {@code 10 %}. */
  public String share() {
    return BigDecimal.valueOf(percent).stripTrailingZeros().toPlainString() + " %";
  }

  /** Says whether it has ended by itself. */
  public boolean hasEnded(Instant now) {
    return until != null && Instant.parse(until).isBefore(now);
  }
}
