package io.garam.streams.topology;

import io.garam.nlu.text.Printable;
import io.garam.streams.event.SourcePlace;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line for an event of some kind, but no more than a reader can take in: a producer gone wrong
 * makes thousands a second. Safe for many threads.
 */
final class RatedLog {

  private static final Logger log = LoggerFactory.getLogger(RatedLog.class);
  private static final long PERIOD = Duration.ofSeconds(10).toNanos();
  private static final int LINES_PER_PERIOD = 10;

  private final String what;
  private final LongSupplier clock;
  private long periodStart;
  private long events;

  /**
   * @param what happened to the events, as a line begins
   * @param clock nanoseconds since any moment
   */
  RatedLog(String what, LongSupplier clock) {
    this.what = what;
    this.clock = clock;
    this.periodStart = clock.getAsLong();
  }

  /** Writes a line, or only counts. Returns whether there was a line about this event. */
  synchronized boolean write(SourcePlace source, String reason) {
    long now = clock.getAsLong();
    if (now - periodStart >= PERIOD) {
      if (events > LINES_PER_PERIOD) {
        log.warn("{}: {} more without a line here.", what, events - LINES_PER_PERIOD);
      }
      periodStart = now;
      events = 0;
    }
    events++;
    boolean speak = events <= LINES_PER_PERIOD;
    if (speak) {
      log.warn("{} for {}: {}", what, source, Printable.sentence(reason));
    }
    return speak;
  }
}
