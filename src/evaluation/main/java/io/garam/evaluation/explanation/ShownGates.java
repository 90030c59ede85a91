package io.garam.evaluation.explanation;

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

  /** Says whether it is told how much of a state is kept to the end. */
  boolean areAll() {
    return names.containsAll(NAMES);
  }
}
