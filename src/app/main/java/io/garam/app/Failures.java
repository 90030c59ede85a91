package io.garam.app;

import io.garam.nlu.GaramException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** What a command that failed says: a sentence where the user can mend it, a trace where not. */
final class Failures {

  private Failures() {}

  static int explain(Exception failure, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    if (failure instanceof GaramException) {
      err.println(command.getColorScheme().errorText(String.valueOf(failure.getMessage())));
    } else {
      err.println(
          "garam failed in a way that it did not foresee; please report this with the lines below.");
      failure.printStackTrace(err);
    }
    err.flush();
    return command.getCommandSpec().exitCodeOnExecutionException();
  }
}
