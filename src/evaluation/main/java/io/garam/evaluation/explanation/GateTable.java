package io.garam.evaluation.explanation;

import io.garam.evaluation.NumberFormats;
import io.garam.nlu.explanation.LayerGates;
import io.garam.nlu.explanation.LayerGates.DirectionGates;
import io.garam.nlu.explanation.LayerGates.Gate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Gates of a layer as a table, for a terminal and for a page: how far each is open at each step, as
 * the mean of all units, and how much of the step's state is kept to the end.
 */
public record GateTable(LayerGates layer, ShownGates gates) {

  private static final Map<String, String> MEANINGS =
      Map.of(
          "forget", "1 keeps all of the cell state, 0 clears it",
          "input", "1 takes in what the step proposes, 0 nothing of it",
          "output", "1 shows all of the cell state, 0 nothing of it",
          "update", "1 keeps the state as it is, 0 replaces it by what the step proposes",
          "reset", "1 lets the proposal see the state, 0 the step alone");

  /** How many of the units that are open most are named. */
  private static final int UNITS = 5;

  /** Returns which layer it is. */
  public String title() {
    return "Gates over the "
        + layer.name()
        + ": "
        + layer.cell()
        + " of "
        + layer.units()
        + " units"
        + (hasGates()
            ? ""
            : layer.directions().get(0).gates().isEmpty()
                ? ", which has no gates"
                : ", which has none of the gates asked for");
  }

  /** Says whether there is anything in the table: an RNN has no gates, and a GRU no forget gate. */
  public boolean hasGates() {
    return layer.directions().stream().anyMatch(direction -> !shown(direction).isEmpty());
  }

  /** Returns what the gates of some layers mean, a line for each. */
  public static List<String> meanings(List<LayerGates> layers, ShownGates gates) {
    Set<String> there =
        layers.stream()
            .flatMap(layer -> gates.of(layer.directions().get(0).gates()).stream())
            .map(Gate::name)
            .collect(Collectors.toSet());
    List<String> meanings = new ArrayList<>();
    for (String name : ShownGates.NAMES) {
      if (there.contains(name)) {
        meanings.add(name + " gate: " + MEANINGS.get(name));
      }
    }
    if (gates.areAll() && !there.isEmpty()) {
      meanings.add("kept: how much of the state after a step is left at the last step read");
    }
    return meanings;
  }

  /** Returns the titles of the columns, the first of text. */
  public List<String> header() {
    List<String> header = new ArrayList<>(List.of("step"));
    for (DirectionGates direction : layer.directions()) {
      shown(direction).forEach(gate -> header.add(arrow(direction) + gate.name()));
      if (gates.areAll()) {
        header.add(arrow(direction) + "kept");
      }
    }
    return header;
  }

  /** Returns a row for each step. */
  public List<List<String>> rows() {
    return IntStream.range(0, layer.steps().size()).mapToObj(this::row).toList();
  }

  /** Returns which units are open most, a line for each gate. */
  public List<String> mostOpen() {
    return layer.directions().stream()
        .flatMap(direction -> shown(direction).stream().map(gate -> mostOpen(direction, gate)))
        .toList();
  }

  private List<Gate> shown(DirectionGates direction) {
    return gates.of(direction.gates());
  }

  private static String arrow(DirectionGates direction) {
    return direction.name().equals("forward") ? "→ " : "← ";
  }

  private List<String> row(int step) {
    List<String> row = new ArrayList<>(List.of(layer.steps().get(step)));
    for (DirectionGates direction : layer.directions()) {
      shown(direction).forEach(gate -> row.add(NumberFormats.fraction(gate.mean(step), 2)));
      if (gates.areAll()) {
        row.add(NumberFormats.percent(direction.kept()[step], 0));
      }
    }
    return row;
  }

  private static String mostOpen(DirectionGates direction, Gate gate) {
    return IntStream.range(0, gate.openings()[0].length)
        .boxed()
        .sorted(Comparator.comparingDouble(unit -> -UnitOrder.mean(gate, unit)))
        .limit(UNITS)
        .map(unit -> "unit " + unit + " " + NumberFormats.fraction(UnitOrder.mean(gate, unit), 2))
        .collect(
            Collectors.joining(
                ", ", "Most open, " + direction.name() + " " + gate.name() + ": ", ""));
  }
}
