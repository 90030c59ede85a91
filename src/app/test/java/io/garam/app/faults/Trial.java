package io.garam.app.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Trial of faults that strike one test bed, one after another, while one stream of events goes on.
 *
 * @param faults each as often as it strikes
 */
record Trial(Layout layout, List<Fault> faults) {

  private static final int BETWEEN = 500;

  /**
   * What a trial came to.
   *
   * @param events how many were sent
   */
  record Result(long events, Duration lasted) {}

  /**
   * Runs it.
   *
   * @param folder for what the processes write
   * @throws AssertionError if anything that came out is not that of an undisturbed run
   */
  Result run(Path folder) throws Exception {
    long start = System.nanoTime();
    try (TestBed bed = TestBed.start(layout, folder)) {
      try {
        for (int strike = 0; strike < faults.size(); strike++) {
          bed.progress().await(BETWEEN);
          faults.get(strike).strike(bed, strike);
          faults.get(strike).heal(bed, strike);
          bed.awaitWhole();
        }
        long events = bed.assertNothingDisturbed();
        return new Result(events, Duration.ofNanos(System.nanoTime() - start));
      } catch (Exception | AssertionError e) {
        throw new AssertionError(e.getMessage() + bed.logs(), e);
      }
    }
  }
}
