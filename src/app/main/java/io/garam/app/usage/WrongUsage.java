package io.garam.app.usage;

import io.garam.app.log.LogWriter;
import io.garam.nlu.text.Printable;
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
    LogWriter.error(
        command.getErr(),
        command.getColorScheme().errorText(Printable.sentence(message))
            + System.lineSeparator()
            + "For help: "
            + command.getCommandSpec().qualifiedName()
            + " --help");
    return ExitCode.USAGE;
  }
}
