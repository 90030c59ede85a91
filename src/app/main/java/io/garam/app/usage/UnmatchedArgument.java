package io.garam.app.usage;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** Unmatched argument: a flag or a word that a command does not take. */
final class UnmatchedArgument {

  private UnmatchedArgument() {}

  /** Returns what was expected and found, and what may have been meant. */
  static String fault(String argument, CommandSpec command) {
    if (argument.startsWith("-")) {
      String flag = argument.split("=", 2)[0];
      List<String> flags =
          command.options().stream().flatMap(option -> Stream.of(option.names())).toList();
      return "Expected flags of "
          + command.qualifiedName()
          + ", but found "
          + flag
          + Suggestion.of(flag, flags);
    }
    Collection<String> commands = command.subcommands().keySet();
    return "Expected "
        + (commands.isEmpty() ? "flags alone" : "a command")
        + ", but found "
        + argument
        + Suggestion.of(argument, commands);
  }
}
