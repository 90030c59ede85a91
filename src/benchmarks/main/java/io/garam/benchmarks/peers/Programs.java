package io.garam.benchmarks.peers;

import io.garam.nlu.GaramException;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Other programs that are compared with: finds and runs them. */
public final class Programs {

  private Programs() {}

  /** Says whether there is a program of a name. */
  public static boolean exists(String program) throws InterruptedException {
    return succeeds("sh", "-c", "command -v " + program);
  }

  /**
   * Returns a Python that has a module: the one on the path, or the system's where the one on the
   * path is another.
   */
  public static Optional<String> pythonWith(String module) throws InterruptedException {
    for (String python : List.of("python3", "/usr/bin/python3")) {
      if (succeeds(python, "-c", "import " + module)) {
        return Optional.of(python);
      }
    }
    return Optional.empty();
  }

  private static boolean succeeds(String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Runs a program to its end and returns the lines that it printed.
   *
   * @param work a folder for what it prints
   * @throws GaramException if it ends with an error
   */
  public static List<String> run(List<String> command, Path work)
      throws IOException, InterruptedException {
    Path out = work.resolve("out");
    Path err = work.resolve("err");
    int exit =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start()
            .waitFor();
    if (exit != 0) {
      throw new GaramException(
          "Expected "
              + String.join(" ", command)
              + " to succeed, but it ended with "
              + exit
              + ": "
              + Files.readString(err).strip());
    }
    return Files.readAllLines(out);
  }
}
