package io.garam.nlu;

import org.jspecify.annotations.Nullable;

/**
 * Error that the user can mend. The message is one sentence that says what was expected, what was
 * found and what to do; the command line prints it alone, without a stack trace.
 *
 * @since 0.1.0
 */
public final class GaramException extends RuntimeException {

  public GaramException(String message) {
    this(message, null);
  }

  public GaramException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
