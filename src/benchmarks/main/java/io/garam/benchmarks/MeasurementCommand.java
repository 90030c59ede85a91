package io.garam.benchmarks;

import io.garam.nlu.GaramException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParseResult;

/** Base of measurements, what all with flags of their own share: how they start and fail. */
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
}
