package io.garam.app.explain;

import io.garam.app.usage.UsageException;
import io.garam.evaluation.explanation.ShownGates;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The flag that says which gates are shown, in the text, the picture and the page alike. */
final class GateOption {

  private static final String ALL = "all";

  @Option(
      names = "--gates",
      arity = "0..1",
      paramLabel = "NAME",
      split = ",",
      preprocessor = AttachedValue.class,
      description =
          "Also show the gates of the recurrent layers, and what each character does where the"
              + " answer comes from them too; with --gates=NAME,... only those named, such as"
              + " update or forget. --json has all of them anyway.")
  private List<String> names = List.of();

  /** Takes a value behind = alone, so that the text after the bare flag is none. */
  static final class AttachedValue implements IParameterPreprocessor {

    @Override
    public boolean preprocess(
        Stack<String> args, CommandSpec command, ArgSpec option, Map<String, Object> info) {
      if (" ".equals(info.get("separator"))) {
        args.push(ALL);
      }
      return false;
    }
  }

  /**
   * Returns which gates are shown.
   *
   * @throws UsageException if one of them does not exist
   */
  ShownGates shown() {
    Set<String> shown = new LinkedHashSet<>(names);
    if (shown.remove(ALL)) {
      shown.addAll(ShownGates.NAMES);
    }
    for (String name : shown) {
      if (!ShownGates.NAMES.contains(name)) {
        throw new UsageException(
            "Expected --gates to be followed by = and some of "
                + String.join(", ", ShownGates.NAMES)
                + ", or by nothing for all, but found "
                + name
                + "; those of a GRU are update and reset, the others of an LSTM.");
      }
    }
    return new ShownGates(shown);
  }
}
