package io.garam.nlu.bundle;

import io.garam.nlu.GaramException;
import java.nio.file.Path;

/** Refusal of a bundle that is not as it was written. */
final class RefusedBundle {

  private RefusedBundle() {}

  /** Returns the error of a file of the bundle whose content is another. */
  static GaramException in(Path file, String expected, Object found) {
    return refused(expected + " in " + file, found);
  }

  /** Returns the error of a file of the bundle that is itself not what it should be. */
  static GaramException at(Path file, String expected, Object found) {
    return refused(expected + " at " + file, found);
  }

  private static GaramException refused(String expected, Object found) {
    return new GaramException(
        "Expected "
            + expected
            + ", but found "
            + found
            + "; copy the model again or train it anew.");
  }
}
