package io.garam.web.server;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Rate limit by a token bucket that holds what comes in one second. What is refused takes nothing
 * out of it, so that those who ask too often do not keep all others out, as Jetty's {@code
 * DoSHandler} would have it.
 */
final class RateLimit {

  private final long nanosPerRequest;
  private final long burstNanos;
  private final LongSupplier clock;
  private long filledNanos;
  private long before;

  /**
   * @param perSecond how many requests a second, 0 for any number
   * @param clock nanoseconds, as {@link System#nanoTime}
   */
  RateLimit(int perSecond, LongSupplier clock) {
    this.nanosPerRequest = perSecond == 0 ? 0 : TimeUnit.SECONDS.toNanos(1) / perSecond;
    this.burstNanos = nanosPerRequest * perSecond;
    this.clock = clock;
    this.filledNanos = burstNanos;
    this.before = clock.getAsLong();
  }

  /** Says whether a request is within the limit, and counts it if so. */
  synchronized boolean takes() {
    long now = clock.getAsLong();
    filledNanos = Math.min(burstNanos, filledNanos + (now - before));
    before = now;
    if (filledNanos < nanosPerRequest) {
      return false;
    }
    filledNanos -= nanosPerRequest;
    return true;
  }
}
