package io.garam.evaluation.explanation;

import io.garam.evaluation.NumberFormats;
import io.garam.evaluation.report.text.TerminalTable;
import io.garam.nlu.Intent;
import io.garam.nlu.explanation.Effect;
import io.garam.nlu.explanation.Explanation;
import io.garam.nlu.explanation.LabelScore;
import io.garam.nlu.explanation.LayerGates;
import io.garam.nlu.explanation.LayerGates.DirectionGates;
import io.garam.nlu.explanation.LayerGates.Gate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Explanation as people read it in a terminal. */
public final class TextExplanation {

  /** How many of the units that are open most are named. */
  private static final int UNITS = 5;

  private final Explanation explanation;
  private final StringBuilder text = new StringBuilder();

  private TextExplanation(Explanation explanation) {
    this.explanation = explanation;
    answer();
    effects("token", explanation.tokens());
    if (explanation.layers().stream().anyMatch(layer -> layer.name().equals("characters"))) {
      effects("character", explanation.characters());
    }
    if (!explanation.earlier().isEmpty()) {
      effects("said before", explanation.earlier());
    }
    text.append(
        "Log-odds of each label with the part, less those without it: above 0 the part speaks for"
            + " the label;\nfrom one half to 0.9 it is +2.2, from 0.9 to 0.99 +2.4.\n");
    explanation.layers().forEach(this::gates);
  }

  /** Writes an explanation as lines. */
  public static String of(Explanation explanation) {
    return new TextExplanation(explanation).text.toString();
  }

  private void answer() {
    LabelScore label = explanation.label();
    text.append('"').append(explanation.text()).append("\"\n");
    text.append(
        explanation.intent().label().equals(Intent.UNKNOWN)
            ? "is unknown: " + scored(label) + " is below the threshold"
            : "is taken for " + scored(label));
    text.append("; the next is ").append(scored(explanation.runnerUp())).append(".\n\n");
  }

  private static String scored(LabelScore score) {
    return score.label() + " (" + NumberFormats.fraction(score.confidence(), 3) + ")";
  }

  private void effects(String what, List<Effect> effects) {
    List<List<String>> rows =
        effects.stream()
            .map(
                effect ->
                    List.of(
                        effect.part().isBlank() ? "␣" : effect.part(),
                        without(effect),
                        signed(effect.onLabel()),
                        signed(effect.onRunnerUp())))
            .toList();
    text.append(
            TerminalTable.of(
                List.of(
                    what,
                    "without it",
                    explanation.label().label(),
                    explanation.runnerUp().label()),
                2,
                rows))
        .append('\n');
  }

  private String without(Effect effect) {
    String label = effect.labelWithout();
    return label == null
        ? "nothing is left"
        : label.equals(explanation.intent().label()) ? "" : label;
  }

  private static String signed(@Nullable Double change) {
    return change == null ? "" : String.format(Locale.ROOT, "%+.2f", change);
  }

  private void gates(LayerGates layer) {
    text.append("\nGates over the ")
        .append(layer.name())
        .append(": ")
        .append(layer.cell())
        .append(" of ")
        .append(layer.units())
        .append(" units");
    if (layer.directions().get(0).gates().isEmpty()) {
      text.append(", which has no gates\n");
      return;
    }
    text.append("; mean opening of each gate, and how much of a step's state is kept to the end\n");
    List<String> header = new ArrayList<>(List.of("step"));
    for (DirectionGates direction : layer.directions()) {
      direction.gates().forEach(gate -> header.add(arrow(direction) + gate.name()));
      header.add(arrow(direction) + "kept");
    }
    List<List<String>> rows =
        IntStream.range(0, layer.steps().size()).mapToObj(step -> row(layer, step)).toList();
    text.append(TerminalTable.of(header, 1, rows));
    for (DirectionGates direction : layer.directions()) {
      for (Gate gate : direction.gates()) {
        text.append("Most open, ")
            .append(direction.name())
            .append(' ')
            .append(gate.name())
            .append(": ")
            .append(mostOpen(gate))
            .append('\n');
      }
    }
  }

  private static String arrow(DirectionGates direction) {
    return direction.name().equals("forward") ? "→ " : "← ";
  }

  private static List<String> row(LayerGates layer, int step) {
    List<String> row = new ArrayList<>(List.of(layer.steps().get(step)));
    for (DirectionGates direction : layer.directions()) {
      direction.gates().forEach(gate -> row.add(NumberFormats.fraction(gate.mean(step), 2)));
      row.add(NumberFormats.percent(direction.kept()[step], 0));
    }
    return row;
  }

  private static String mostOpen(Gate gate) {
    return IntStream.range(0, gate.openings()[0].length)
        .boxed()
        .sorted(Comparator.comparingDouble(unit -> -meanOfUnit(gate, unit)))
        .limit(UNITS)
        .map(unit -> "unit " + unit + " " + NumberFormats.fraction(meanOfUnit(gate, unit), 2))
        .collect(Collectors.joining(", "));
  }

  private static double meanOfUnit(Gate gate, int unit) {
    float[][] openings = gate.openings();
    return IntStream.range(0, openings.length)
        .mapToDouble(step -> openings[step][unit])
        .average()
        .orElseThrow();
  }
}
