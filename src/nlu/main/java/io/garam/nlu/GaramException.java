package io.garam.nlu;

import org.jspecify.annotations.Nullable;

/**
 * A failure that the user can mend. The message is one sentence that says what was expected, what
 * was found and what to do; the command line prints it alone, without a stack trace.
 */
public final class GaramException extends RuntimeException {

  public GaramException(String message) {
    this(message, null);
  }

  public GaramException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
