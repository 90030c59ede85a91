package io.garam.benchmarks.inference;

import com.sun.management.OperatingSystemMXBean;
import io.garam.benchmarks.Median;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * Work that is timed in interleaved rounds, with what processor time the whole process took
 * meanwhile.
 *
 * @param name what is done
 * @param texts how many a call does
 */
record TimedWork(String name, int texts, Work work, List<Double> perSecond, List<Double> micros) {

  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  /** Does its texts once. */
  @FunctionalInterface
  interface Work {
    void run() throws Exception;
  }

  TimedWork(String name, int texts, Work work) {
    this(name, texts, work, new ArrayList<>(), new ArrayList<>());
  }

  /**
   * Runs all in turn, rounds and one before that does not count.
   *
   * @param millis how long each is repeated in a round, at least
   */
  static void run(List<TimedWork> all, int rounds, int millis) throws Exception {
    for (int round = 0; round <= rounds; round++) {
      for (TimedWork one : all) {
        one.round(round > 0, millis);
      }
    }
  }

  private void round(boolean counts, int millis) throws Exception {
    long cpu = SYSTEM.getProcessCpuTime();
    long start = System.nanoTime();
    long done = 0;
    do {
      work.run();
      done += texts;
    } while (System.nanoTime() - start < millis * 1_000_000L);
    if (counts) {
      perSecond.add(done * 1e9 / (System.nanoTime() - start));
      micros.add((SYSTEM.getProcessCpuTime() - cpu) / 1e3 / done);
    }
  }

  SpeedResult result(String model) {
    return new SpeedResult(model, name, Median.of(perSecond), Median.of(micros));
  }
}
