package io.garam.app.usage;

import io.garam.nlu.GaramException;
import java.util.function.Supplier;

/**
 * Usage error: flags or settings that a command cannot be used with, found by itself once they were
 * parsed. The message is one sentence, as a GaramException's; the exit code is that of wrong usage.
 */
public final class UsageException extends RuntimeException {

  public UsageException(String message) {
    super(message);
  }

  /**
   * Returns what a reading of flags and settings gives, which asks nothing else: no model, corpus
   * or broker.
   *
   * @throws UsageException with the sentence of the reading, if it refuses them
   */
  public static <T> T unless(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (GaramException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }
}
