package io.garam.nlu.bundle;

import io.garam.nlu.GaramException;
import java.nio.file.Path;

/** Refusal of a bundle whose content is not as it was written. */
final class RefusedBundle {

  private RefusedBundle() {}

  /**
   * Returns the error that says so.
   *
   * @param file of the bundle
   */
  static GaramException in(Path file, String expected, Object found) {
    return new GaramException(
        "Expected "
            + expected
            + " in "
            + file
            + ", but found "
            + found
            + "; copy the model again or train it anew.");
  }
}
