package io.garam.benchmarks;

import io.garam.nlu.GaramException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParseResult;

/** What all measurements with flags of their own share: how they start, fail and clean up. */
public final class MeasurementCommand {

  private MeasurementCommand() {}

  /** Runs a measurement that is a picocli command, and returns its exit code. */
  public static int execute(Callable<Integer> measurement, String[] args) {
    return new CommandLine(measurement)
        .setUsageHelpAutoWidth(true)
        .setExecutionExceptionHandler(MeasurementCommand::explain)
        .execute(args);
  }

  private static int explain(Exception failure, CommandLine command, ParseResult parsed)
      throws Exception {
    if (!(failure instanceof GaramException)) {
      throw failure;
    }
    command.getErr().println(failure.getMessage());
    return ExitCode.SOFTWARE;
  }

  /** Deletes a folder with all that is in it. */
  public static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
