package io.garam.streams.replay;

import io.garam.nlu.GaramException;
import java.util.concurrent.TimeUnit;

/** Interval between two questions to the brokers, where one waits for something to become true. */
final class PollInterval {

  private static final long MS = 200;

  private PollInterval() {}

  /**
   * Waits for the next question.
   *
   * @throws GaramException if the thread is interrupted
   */
  static void await() {
    try {
      TimeUnit.MILLISECONDS.sleep(MS);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Returns that a wait for the brokers was interrupted. */
  static GaramException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new GaramException("Expected an answer of the brokers, but was interrupted.", e);
  }
}
