package io.garam.evaluation.explanation;

import io.garam.nlu.explanation.Explanation;
import io.garam.nlu.explanation.LayerGates.Gate;
import java.util.List;
import java.util.Set;

/**
 * Gates of which an explanation tells.
 *
 * @param names of gates; with all of them, also what is kept of a state
 */
public record ShownGates(Set<String> names) {

  /** Names of gates: the first three are of an LSTM, the others of a GRU. */
  public static final List<String> NAMES = List.of("forget", "input", "output", "update", "reset");

  /** Name of the layer that reads characters. */
  static final String CHARACTERS = "characters";

  public static final ShownGates NONE = new ShownGates(Set.of());
  public static final ShownGates ALL = new ShownGates(Set.copyOf(NAMES));

  public ShownGates {
    names = Set.copyOf(names);
  }

  boolean areNone() {
    return names.isEmpty();
  }

  List<Gate> of(List<Gate> gates) {
    return gates.stream().filter(gate -> names.contains(gate.name())).toList();
  }

  /**
   * Says whether it is told what each character does: with gates where the answer comes from
   * characters too, and in any case of a text of one token, without which nothing is left.
   */
  public boolean withCharacters(Explanation explanation) {
    if (explanation.tokens().size() == 1 && explanation.characters().size() > 1) {
      return true;
    }
    return !areNone()
        && explanation.layers().stream().anyMatch(layer -> layer.name().equals(CHARACTERS));
  }

  /** Says whether it is told how much of a state is kept to the end. */
  boolean areAll() {
    return names.containsAll(NAMES);
  }
}
