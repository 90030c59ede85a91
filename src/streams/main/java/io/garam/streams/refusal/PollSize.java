package io.garam.streams.refusal;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.LongSupplier;

/**
 * Poll size: how many records consumers may take from one poll. It is one for a while after the
 * heap could not hold what a poll returned: a compressed batch of one megabyte may hold a thousand
 * once it is decompressed. Safe for many threads.
 */
public final class PollSize {

  /** Enough to be past what was too large, and seldom enough where the topic is full of such. */
  public static final Duration SMALL = Duration.ofMinutes(10);

  /** Ends a thread whose consumer takes fewer records than it may again. */
  public static final class Restored extends RuntimeException {
    public Restored() {
      super("Polls may bring as many records as configured again.", null, false, false);
    }
  }

  private final LongSupplier clock;
  private boolean small;
  private long since;

  /**
   * @param clock nanoseconds since any moment
   */
  public PollSize(LongSupplier clock) {
    this.clock = clock;
  }

  /** Returns the most records of a poll for consumers made now, empty for as configured. */
  synchronized OptionalInt limit() {
    small = small && clock.getAsLong() - since < SMALL.toNanos();
    return small ? OptionalInt.of(1) : OptionalInt.empty();
  }

  /** Makes it one from now on. Returns false if it was. */
  public synchronized boolean shrink() {
    boolean wasLarger = limit().isEmpty();
    small = true;
    since = clock.getAsLong();
    return wasLarger;
  }
}
