package io.garam.streams.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Watch on the time of day, which somebody may set back. The timers of Kafka's clients (4.3.1) go
 * by it, and stand still until it is again what it was: no heartbeat is sent, no poll without
 * records ends, no metadata is asked for. Clients that are made after it are well.
 */
final class ClockWatch implements Watch {

  /** Less only delays what clients do by as much, and sessions outlast it. */
  private static final Duration SHORTEST = Duration.ofSeconds(3);

  private final LongSupplier millis;
  private final LongSupplier nanos;
  private final Runnable renewal;
  private Duration ahead;

  /**
   * @param millis the time of day, since 1970
   * @param nanos nanoseconds since any moment, which never go back
   * @param renewal makes the clients anew
   */
  ClockWatch(LongSupplier millis, LongSupplier nanos, Runnable renewal) {
    this.millis = millis;
    this.nanos = nanos;
    this.renewal = renewal;
    this.ahead = ahead();
  }

  /** By how much the time of day is ahead of the clock that only counts on. */
  private Duration ahead() {
    return Duration.ofMillis(millis.getAsLong()).minusNanos(nanos.getAsLong());
  }

  @Override
  public List<Line> look(Instant now) {
    Duration found = ahead();
    Duration back = ahead.minus(found);
    ahead = found;
    if (back.compareTo(SHORTEST) < 0) {
      return List.of();
    }
    renewal.run();
    return List.of(
        Line.warning(
            "The clock of this machine was set back by "
                + LogText.duration(back)
                + ", at which Kafka's clients would stand still as long: they are made anew. Have"
                + " NTP slew the clock instead."));
  }
}
