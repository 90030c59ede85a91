package io.garam.app.usage;

import java.util.List;
import java.util.stream.Collectors;
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
      return UnmatchedArgument.fault(unmatched.get(0), command);
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
      return WrongChoice.fault(name(argument), argument, fault.getValue());
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

  private static String missing(List<ArgSpec> arguments) {
    return arguments.stream()
        .map(argument -> name(argument) + " " + argument.paramLabel())
        .collect(
            Collectors.joining(
                " and ",
                "Expected ",
                arguments.size() == 1 ? ", but it is missing" : ", but they are missing"));
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
