package io.garam.app.usage;

import io.garam.nlu.text.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;

/** The sentence for a command line that could not be parsed: what was expected, what was found. */
final class ParsingFault {

  /** How picocli's messages of these faults begin and go on; its exceptions do not tell. */
  private static final String VALUE_MISSING = "Missing required parameter for option";

  private static final String MAP = ".* should be in (.*) format but was ";

  private static final String NUMBER = ": expected ";

  private ParsingFault() {}

  static String sentence(ParameterException fault) {
    String words = words(fault);
    return words.matches(".*[.?]") ? words : words + ".";
  }

  private static String words(ParameterException fault) {
    CommandSpec command = fault.getCommandLine().getCommandSpec();
    ArgSpec argument = fault.getArgSpec();
    String message = String.valueOf(fault.getMessage());
    List<String> unmatched = fault.getCommandLine().getUnmatchedArguments();
    if (!unmatched.isEmpty()) {
      return unmatched(unmatched.get(0), command);
    }
    if (fault instanceof MissingParameterException missing) {
      return message.startsWith(VALUE_MISSING)
          ? "Expected a value after " + name(missing.getMissing().get(0)) + ", but found none"
          : missing(missing.getMissing());
    }
    if (fault instanceof OverwrittenOptionException overwritten) {
      return "Expected " + name(overwritten.getOverwritten()) + " once, but found it twice";
    }
    if (argument != null && argument.type().isEnum()) {
      return choice(argument, fault.getValue());
    }
    if (argument != null && argument.arity().max() == 0) {
      return "Expected " + name(argument) + " alone, but found a value after it";
    }
    if (argument != null && argument.typeInfo().isMap()) {
      return "Expected " + name(argument) + " to be " + message.replaceFirst(MAP, "$1, but found ");
    }
    int number = message.indexOf(NUMBER);
    return number < 0 || argument == null
        ? message
        : "Expected " + name(argument) + " to be " + message.substring(number + NUMBER.length());
  }

  private static String unmatched(String argument, CommandSpec command) {
    if (argument.startsWith("-")) {
      String flag = argument.split("=", 2)[0];
      List<String> flags =
          command.options().stream().flatMap(option -> Stream.of(option.names())).toList();
      return "Expected flags of "
          + command.qualifiedName()
          + ", but found "
          + flag
          + meant(flag, flags);
    }
    Collection<String> commands = command.subcommands().keySet();
    return "Expected "
        + (commands.isEmpty() ? "flags alone" : "a command")
        + ", but found "
        + argument
        + meant(argument, commands);
  }

  private static String missing(List<ArgSpec> arguments) {
    return arguments.stream()
        .map(argument -> name(argument) + " " + argument.paramLabel())
        .collect(
            Collectors.joining(
                " and ",
                "Expected ",
                arguments.size() == 1 ? ", but it is missing" : ", but they are missing"));
  }

  private static String choice(ArgSpec argument, @Nullable Object found) {
    List<String> choices =
        Arrays.stream(argument.type().getEnumConstants())
            .map(constant -> String.valueOf(constant).toLowerCase(Locale.ROOT))
            .collect(Collectors.toCollection(ArrayList::new));
    String value = String.valueOf(found);
    String meant = meant(value.toLowerCase(Locale.ROOT), choices);
    String last = choices.remove(choices.size() - 1);
    return "Expected "
        + name(argument)
        + " to be "
        + String.join(", ", choices)
        + " or "
        + last
        + ", but found "
        + value
        + meant;
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private static String meant(String misspelt, Collection<String> names) {
    return Nearest.to(misspelt, names).map(name -> "; did you mean " + name + "?").orElse("");
  }
}
