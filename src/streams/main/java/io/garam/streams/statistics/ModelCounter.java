package io.garam.streams.statistics;

import io.garam.nlu.Intent;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Counter of what one model does beside others. Safe for many threads. */
public final class ModelCounter {

  /** Digits of a latency that are kept. */
  private static final int DIGITS = 2;

  private static final double PERCENTILE = 99;
  private static final long LONGEST_MS = TimeUnit.DAYS.toMillis(1);

  private final String digest;
  private final LongAdder tagged = new LongAdder();
  private final LongAdder unknown = new LongAdder();
  private final LongAdder deadLetters = new LongAdder();
  private final Histogram latencies = new ConcurrentHistogram(DIGITS);

  /**
   * @param digest of the model
   */
  public ModelCounter(String digest) {
    this.digest = digest;
  }

  /**
   * Notes an event that was written with an intent, if it is this model's.
   *
   * @param waitedMillis since the event's timestamp; of one from the future, nothing is noted, and
   *     of one that is older than a day, a day
   */
  void tagged(Intent intent, long waitedMillis) {
    if (intent.model().digest().equals(digest)) {
      tagged.increment();
      if (intent.label().equals(Intent.UNKNOWN)) {
        unknown.increment();
      }
      if (waitedMillis >= 0) {
        latencies.recordValue(Math.min(waitedMillis, LONGEST_MS));
      }
    }
  }

  /** Notes an event of this model that could not be tagged. */
  public void deadLetter() {
    deadLetters.increment();
  }

  public long tagged() {
    return tagged.sum();
  }

  public long unknown() {
    return unknown.sum();
  }

  public long deadLetters() {
    return deadLetters.sum();
  }

  /** Returns within how many milliseconds 99 of 100 were tagged, nothing before the first. */
  public OptionalDouble latencyMillis() {
    Histogram now = latencies.copy();
    return now.getTotalCount() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) now.getValueAtPercentile(PERCENTILE));
  }
}
