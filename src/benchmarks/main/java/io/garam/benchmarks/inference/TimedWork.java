package io.garam.benchmarks.inference;

import io.garam.benchmarks.Median;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;

/**
 * Work that is timed in interleaved rounds, with the processor time that its threads took, the
 * compiler's and the collector's apart.
 *
 * @param name what is done
 * @param texts how many a call does
 */
record TimedWork(String name, int texts, Work work, List<Double> perSecond, List<Double> micros) {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Does its texts once. */
  @FunctionalInterface
  interface Work {
    /** Returns the processor time that other threads took for it, in nanoseconds. */
    long run() throws Exception;
  }

  TimedWork(String name, int texts, Work work) {
    this(name, texts, work, new ArrayList<>(), new ArrayList<>());
  }

  /**
   * Runs all in turn, rounds and one before that does not count.
   *
   * @param millis how long each is repeated in a round, at least
   * @param warmUpMillis the same in the round that does not count
   */
  static void run(List<TimedWork> all, int rounds, int millis, int warmUpMillis) throws Exception {
    for (int round = 0; round <= rounds; round++) {
      for (TimedWork one : all) {
        one.round(round > 0, round > 0 ? millis : warmUpMillis);
      }
    }
  }

  private void round(boolean counts, int millis) throws Exception {
    long cpu = -THREADS.getCurrentThreadCpuTime();
    long start = System.nanoTime();
    long done = 0;
    do {
      cpu += work.run();
      done += texts;
    } while (System.nanoTime() - start < millis * 1_000_000L);
    if (counts) {
      perSecond.add(done * 1e9 / (System.nanoTime() - start));
      micros.add((cpu + THREADS.getCurrentThreadCpuTime()) / 1e3 / done);
    }
  }

  SpeedResult result(String model) {
    return new SpeedResult(model, name, Median.of(perSecond), Median.of(micros));
  }
}
