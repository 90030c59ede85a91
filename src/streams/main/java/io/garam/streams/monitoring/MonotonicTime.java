package io.garam.streams.monitoring;

import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Time;

/**
 * Monotonic time of a Kafka Streams client: the time of day when it began, and what has passed
 * since by the clock that only counts on. Where the time of day is set back, Kafka Streams (4.3.1)
 * would not commit until it is again what it was. Safe for many threads.
 */
public final class MonotonicTime implements Time {

  private static final long NANOS_PER_MILLISECOND = 1_000_000;

  private final LongSupplier nanos;
  private final long startMs;
  private final long startNanos;

  /** Begins with this machine's time of day. */
  public MonotonicTime() {
    this(Time.SYSTEM.milliseconds(), Time.SYSTEM::nanoseconds);
  }

  /**
   * @param startMs milliseconds since 1970
   * @param nanos nanoseconds since any moment, which never go back
   */
  MonotonicTime(long startMs, LongSupplier nanos) {
    this.startMs = startMs;
    this.nanos = nanos;
    this.startNanos = nanos.getAsLong();
  }

  @Override
  public long milliseconds() {
    return startMs + (nanos.getAsLong() - startNanos) / NANOS_PER_MILLISECOND;
  }

  @Override
  public long nanoseconds() {
    return nanos.getAsLong();
  }

  @Override
  public void sleep(long ms) {
    Time.SYSTEM.sleep(ms);
  }

  @Override
  public void waitObject(Object object, Supplier<Boolean> condition, long deadlineMs)
      throws InterruptedException {
    long left = deadlineMs - milliseconds();
    Time.SYSTEM.waitObject(object, condition, Time.SYSTEM.milliseconds() + left);
  }
}
