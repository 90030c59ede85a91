package io.garam.app.faults;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Condition of something that runs beside the test, looked at until it holds. */
interface Condition {

  Duration PATIENCE = Duration.ofMinutes(5);

  boolean holds() throws Exception;

  /**
   * Waits until it holds.
   *
   * @param what is expected, in words
   * @throws AssertionError if it takes too long
   */
  default void await(String what) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!holds()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(
            "Expected within " + PATIENCE.toSeconds() + " s: " + what + "; it did not come.");
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }
}
