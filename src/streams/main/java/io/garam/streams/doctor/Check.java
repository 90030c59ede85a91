package io.garam.streams.doctor;

import java.time.Duration;
import java.util.List;

/** Check of one thing that a tagger needs. */
public interface Check {

  /** Returns what is checked, in a word or a few. */
  String name();

  /** Returns the names of the checks without which this one says nothing. */
  List<String> needs();

  /** Returns how long it may take. */
  default Duration timeLimit() {
    return Duration.ofSeconds(30);
  }

  /**
   * Makes the check.
   *
   * @throws io.garam.nlu.GaramException if there is a fault, with the sentence
   * @throws InterruptedException if its time is over, or nobody waits for it any more
   */
  Finding run() throws InterruptedException;

  /** Says, once the check is made, whether all threads that it started have ended. */
  default boolean endedInOrder() {
    return true;
  }
}
