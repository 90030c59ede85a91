package io.garam.streams.topology;

import io.garam.streams.event.UntaggableEventException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line for a dead letter, but no more than a reader can take in: a producer gone wrong makes
 * thousands a second. Safe for many threads.
 */
final class DeadLetterLog {

  private static final Logger log = LoggerFactory.getLogger(DeadLetterLog.class);
  private static final long PERIOD = Duration.ofSeconds(10).toNanos();
  private static final int LINES_PER_PERIOD = 10;

  private final LongSupplier clock;
  private long periodStart;
  private long letters;

  /**
   * @param clock nanoseconds since any moment
   */
  DeadLetterLog(LongSupplier clock) {
    this.clock = clock;
    this.periodStart = clock.getAsLong();
  }

  /** Writes a line, or only counts. Returns whether there was a line about this letter. */
  synchronized boolean write(
      String topic, ErrorHandlerContext origin, UntaggableEventException reason) {
    long now = clock.getAsLong();
    if (now - periodStart >= PERIOD) {
      if (letters > LINES_PER_PERIOD) {
        log.warn("{} more dead letters went to {} without a line here.", silent(), topic);
      }
      periodStart = now;
      letters = 0;
    }
    letters++;
    boolean speak = letters <= LINES_PER_PERIOD;
    if (speak) {
      log.warn(
          "Dead letter to {} for offset {} of {}-{}: {}",
          topic,
          origin.offset(),
          origin.topic(),
          origin.partition(),
          reason.reason());
    }
    return speak;
  }

  private long silent() {
    return letters - LINES_PER_PERIOD;
  }
}
