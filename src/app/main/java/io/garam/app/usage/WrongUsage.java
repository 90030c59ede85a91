package io.garam.app.usage;

import io.garam.nlu.text.Nearest;
import io.garam.nlu.text.Printable;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Says what is wrong with a command line, what was likely meant, and where help is. */
public final class WrongUsage {

  private WrongUsage() {}

  /** Explains what could not be parsed. Returns the exit code. */
  public static int explain(ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    if (arguments.length == 0) {
      command.usage(command.getErr());
      return ExitCode.USAGE;
    }
    String meant =
        command.getUnmatchedArguments().stream()
            .flatMap(unmatched -> meant(unmatched, command.getCommandSpec()).stream())
            .findFirst()
            .orElse("");
    // picocli calls the entries of an option that is repeated so.
    String message = String.valueOf(wrong.getMessage()).replace("option option", "option");
    return explain(message + meant, command);
  }

  /** Explains a fault of usage. Returns the exit code. */
  public static int explain(String message, CommandLine command) {
    PrintWriter err = command.getErr();
    err.println(command.getColorScheme().errorText(Printable.sentence(message)));
    err.println("For help: " + command.getCommandSpec().qualifiedName() + " --help");
    err.flush();
    return ExitCode.USAGE;
  }

  /** What is said of an argument without a meaning that is like one which has one. */
  private static Optional<String> meant(String unmatched, CommandSpec spec) {
    String name = unmatched.startsWith("-") ? unmatched.split("=", 2)[0] : unmatched;
    return Nearest.to(name, unmatched.startsWith("-") ? flags(spec) : commands(spec))
        .map(meant -> "; for " + Printable.escape(name) + ", did you mean " + meant + "?");
  }

  private static List<String> flags(CommandSpec spec) {
    return spec.options().stream().flatMap(option -> Stream.of(option.names())).toList();
  }

  private static List<String> commands(CommandSpec spec) {
    return new ArrayList<>(spec.subcommands().keySet());
  }
}
