package io.garam.app.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Standard output takes nothing more. It ends a command wherever that is, since nobody would read
 * what else it finds out.
 */
public final class WriteFailure extends RuntimeException {

  private static final Path STANDARD_OUTPUT = Path.of("/proc/self/fd/1");

  private final boolean closed;

  WriteFailure(IOException cause) {
    super(
        "Expected to write the results to standard output, but that failed ("
            + cause.getMessage()
            + "); what was written is not all: make room, or write elsewhere, and run the"
            + " command again.",
        cause);
    this.closed = isBrokenPipe(cause);
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

  /** The system's words are of its language, but a pipe that cannot be written to has no reader. */
  private static boolean isBrokenPipe(IOException cause) {
    return String.valueOf(cause.getMessage()).contains("Broken pipe") || isPipe();
  }

  private static boolean isPipe() {
    try {
      String target = Files.readSymbolicLink(STANDARD_OUTPUT).toString();
      return target.startsWith("pipe:") || target.startsWith("socket:");
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
