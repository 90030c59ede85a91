package io.garam.streams.clock;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Time;

/**
 * Monotonic time of day: goes ahead with that of the machine, and where that is set back it counts
 * on. By the machine's own, Kafka Streams (4.3.1) would not commit until it is again what it was,
 * and events would seem to be of the future. Safe for many threads.
 */
public final class MonotonicTime implements Time {

  /** That of this machine since the first use. */
  public static final MonotonicTime SYSTEM =
      new MonotonicTime(Time.SYSTEM::milliseconds, Time.SYSTEM::nanoseconds);

  private final LongSupplier millis;
  private final LongSupplier nanos;

  /** The most by which the time of day was ahead of the clock that only counts on. */
  private final AtomicLong ahead = new AtomicLong(Long.MIN_VALUE);

  /**
   * @param millis the time of day, since 1970
   * @param nanos nanoseconds since any moment, which never go back
   */
  MonotonicTime(LongSupplier millis, LongSupplier nanos) {
    this.millis = millis;
    this.nanos = nanos;
  }

  @Override
  public long milliseconds() {
    long counted = TimeUnit.NANOSECONDS.toMillis(nanos.getAsLong());
    long now = millis.getAsLong() - counted;
    long most = ahead.get();
    return counted + (now > most ? ahead.accumulateAndGet(now, Math::max) : most);
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
