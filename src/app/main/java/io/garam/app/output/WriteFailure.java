package io.garam.app.output;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Write failure: standard output takes nothing more. It ends a command wherever that is, since
 * nobody would read what else it finds out.
 */
public final class WriteFailure extends RuntimeException {

  private final boolean closed;

  /**
   * @param pipe whether the output is known to be a pipe
   */
  WriteFailure(IOException cause, boolean pipe) {
    super(
        "Expected to write the results to standard output, but that failed ("
            + cause.getMessage()
            + "); what was written is not all: make room, or write elsewhere, and run the"
            + " command again.",
        cause);
    // The message is of the system's language, but a pipe fails for want of a reader alone.
    this.closed = pipe || String.valueOf(cause.getMessage()).contains("Broken pipe");
  }

  /** Says whether whoever read the results wants no more of them, as {@code head} does. */
  public boolean isReaderGone() {
    return closed;
  }

  /** Returns the failure that lies behind another, null for none. */
  public static @Nullable WriteFailure behind(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof WriteFailure write) {
        return write;
      }
    }
    return null;
  }
}
