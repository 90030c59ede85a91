package io.garam.streams.log;

import io.garam.nlu.text.Printable;
import io.garam.streams.event.SourcePosition;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Rate-limited logger: one line for an event of some kind, but no more than a reader can take in,
 * since a producer gone wrong makes thousands a second. Those without a line are counted, and their
 * number is said when the period is over. Safe for many threads.
 */
public final class RatedLog {

  private static final long PERIOD = Duration.ofSeconds(10).toNanos();
  private static final int LINES_PER_PERIOD = 10;

  private final String what;
  private final LongSupplier clock;
  private final Consumer<String> lines;
  private long periodStart;
  private long events;

  /**
   * @param what happened to the events, as a line begins
   * @param clock nanoseconds since any moment
   * @param lines where lines go
   */
  public RatedLog(String what, LongSupplier clock, Consumer<String> lines) {
    this.what = what;
    this.clock = clock;
    this.lines = lines;
    this.periodStart = clock.getAsLong();
  }

  /** Writes a line, or only counts. */
  public synchronized void write(SourcePosition source, String reason) {
    sayOverdue();
    events++;
    if (events <= LINES_PER_PERIOD) {
      lines.accept(what + " for " + source + ": " + Printable.sentence(reason));
    }
  }

  /** Says how many had no line, if their period is over; to be called now and then. */
  public synchronized void sayOverdue() {
    if (clock.getAsLong() - periodStart >= PERIOD) {
      sayCounted();
    }
  }

  /** Says how many had no line since that was last said, and begins a period. */
  public synchronized void sayCounted() {
    if (events > LINES_PER_PERIOD) {
      lines.accept(what + ": " + (events - LINES_PER_PERIOD) + " more without a line here.");
    }
    periodStart = clock.getAsLong();
    events = 0;
  }
}
