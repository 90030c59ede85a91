package io.garam.benchmarks;

import io.garam.app.Garam;
import io.garam.nlu.GaramException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import java.util.Map;

/** Training command: runs {@code garam train} as users do. */
public final class TrainingCommand {

  private TrainingCommand() {}

  /**
   * Runs {@code garam train} and leaves its report unsaid.
   *
   * @param command beginning with {@code train}
   * @throws GaramException if it fails
   */
  public static void run(List<String> command) {
    int exit =
        Garam.commandLine(Map.of())
            .setOut(new PrintWriter(Writer.nullWriter()))
            .execute(command.toArray(String[]::new));
    if (exit != 0) {
      throw new GaramException(
          "Expected a model from garam "
              + String.join(" ", command)
              + ", but it ended with "
              + exit
              + "; the lines above say why.");
    }
  }
}
