package io.garam.app.usage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;

/** Wrong choice: a value that is none of those which a flag takes. */
final class WrongChoice {

  private WrongChoice() {}

  /**
   * Returns what was expected and found, and what may have been meant.
   *
   * @param name of the flag
   * @param argument whose type is an enum
   * @param found the value that was given
   */
  static String fault(String name, ArgSpec argument, @Nullable Object found) {
    List<String> choices =
        Arrays.stream(argument.type().getEnumConstants())
            .map(constant -> String.valueOf(constant).toLowerCase(Locale.ROOT))
            .collect(Collectors.toCollection(ArrayList::new));
    String value = String.valueOf(found);
    String suggestion = Suggestion.of(value.toLowerCase(Locale.ROOT), choices);
    String last = choices.remove(choices.size() - 1);
    return "Expected "
        + name
        + " to be "
        + String.join(", ", choices)
        + " or "
        + last
        + ", but found "
        + value
        + suggestion;
  }
}
