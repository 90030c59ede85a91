package io.garam.app.output;

import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** Command line as a shell takes it, so that it can be run again. */
public final class ShellCommand {

  private ShellCommand() {}

  /** Returns the command that is being run, with the arguments it was given. */
  public static String of(CommandSpec spec) {
    return "garam "
        + spec.name()
        + " "
        + spec.commandLine().getParseResult().expandedArgs().stream()
            .map(ShellCommand::quoted)
            .collect(Collectors.joining(" "));
  }

  /** Returns an argument as a shell takes it for one. */
  public static String quoted(String argument) {
    return argument.matches("[\\w@%+=:,./-]+")
        ? argument
        : "'" + argument.replace("'", "'\\''") + "'";
  }
}
