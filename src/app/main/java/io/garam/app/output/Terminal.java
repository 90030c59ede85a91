package io.garam.app.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;
import org.jline.utils.OSUtils;

/**
 * Which of the standard streams are a terminal. Java can tell only whether input and output both
 * are one; JLine asks for each, by the program {@code test}. Of that name there may be another on
 * the path, such as Garam's own.
 */
public final class Terminal {

  private Terminal() {}

  /** Says whether somebody types what comes on the standard input. */
  public static boolean isInput() {
    return is(SystemStream.Input);
  }

  /** Says whether somebody watches the standard error stream. */
  static boolean isError() {
    return is(SystemStream.Error);
  }

  private static boolean is(SystemStream stream) {
    OSUtils.TEST_COMMAND =
        Stream.of("/usr/bin/test", "/bin/test")
            .filter(program -> Files.isExecutable(Path.of(program)))
            .findFirst()
            .orElse(OSUtils.TEST_COMMAND);
    try {
      return TerminalProvider.load("exec").isSystemStream(stream);
    } catch (IOException e) {
      return false;
    }
  }
}
