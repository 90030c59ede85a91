package io.garam.app.usage;

import io.garam.nlu.text.Printable;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;

/** Handler of usage errors: says what is wrong with a command line and where help is. */
public final class WrongUsage {

  private WrongUsage() {}

  /** Explains what could not be parsed. Returns the exit code. */
  public static int explain(ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    if (arguments.length == 0) {
      command.usage(command.getErr());
      return ExitCode.USAGE;
    }
    return explain(ParsingFault.sentence(wrong), command);
  }

  /** Explains a fault of usage. Returns the exit code. */
  public static int explain(String message, CommandLine command) {
    PrintWriter err = command.getErr();
    err.println(command.getColorScheme().errorText(Printable.sentence(message)));
    err.println("For help: " + command.getCommandSpec().qualifiedName() + " --help");
    err.flush();
    return ExitCode.USAGE;
  }
}
