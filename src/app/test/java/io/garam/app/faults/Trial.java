package io.garam.app.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

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
          say(strike, "strikes", start);
          faults.get(strike).strike(bed, strike);
          say(strike, "heals", start);
          faults.get(strike).heal(bed, strike);
          bed.awaitWhole();
          say(strike, "is over", start);
        }
        long events = bed.assertNothingDisturbed();
        return new Result(events, Duration.ofNanos(System.nanoTime() - start));
      } catch (Exception | AssertionError e) {
        throw new AssertionError(e.getMessage() + bed.logs(), e);
      }
    }
  }

  /** A whole table takes most of an hour, in which its reader sees where it is. */
  private void say(int strike, String what, long start) {
    System.out.printf(
        Locale.ROOT,
        "%s, %d of %d, %s after %d s%n",
        faults.get(strike),
        strike + 1,
        faults.size(),
        what,
        Duration.ofNanos(System.nanoTime() - start).toSeconds());
  }
}
