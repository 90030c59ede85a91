package io.garam.benchmarks;

import io.garam.streams.output.TaggingStatistics;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Rate of tagging, measured from the first event on.
 *
 * @param statistics counts what was tagged
 * @param alive fails if the tagger has stopped
 */
record TaggingRate(TaggingStatistics statistics, Check alive) {

  private static final Duration CHECK_PERIOD = Duration.ofMillis(200);

  /** Something that fails if the tagger has stopped. */
  @FunctionalInterface
  interface Check {
    void run() throws Exception;
  }

  /**
   * Waits until all is tagged, and returns events in a second.
   *
   * @param events how many there are
   */
  double until(long events) throws Exception {
    long before = await(1);
    long start = System.nanoTime();
    long after = await(events);
    return (after - before) * 1e9 / (System.nanoTime() - start);
  }

  /** Waits until so many are tagged; returns how many are. */
  long await(long tagged) throws Exception {
    long checked = System.nanoTime();
    while (statistics.counts().tagged() < tagged) {
      if (System.nanoTime() - checked > CHECK_PERIOD.toNanos()) {
        alive.run();
        checked = System.nanoTime();
      }
      TimeUnit.MILLISECONDS.sleep(1);
    }
    return statistics.counts().tagged();
  }
}
