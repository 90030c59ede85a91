package io.garam.evaluation.explanation;

import io.garam.evaluation.NumberFormats;
import io.garam.evaluation.report.text.TerminalTable;
import io.garam.nlu.Intent;
import io.garam.nlu.explanation.Explanation;
import io.garam.nlu.explanation.LabelScore;
import io.garam.nlu.text.Printable;
import java.util.List;

/** Explanation as people read it in a terminal. */
public final class TextExplanation {

  private final Explanation explanation;
  private final ShownGates gates;
  private final StringBuilder text = new StringBuilder();

  private TextExplanation(Explanation explanation, ShownGates gates) {
    this.explanation = explanation;
    this.gates = gates;
    answer();
    effects(EffectTable.ofTokens(explanation));
    if (!explanation.earlier().isEmpty()) {
      effects(EffectTable.ofEarlier(explanation));
    }
    if (gates.withCharacters(explanation)) {
      effects(EffectTable.ofCharacters(explanation));
    }
    text.append(
        "A part is left out in turn: + says that it raises the label, - that it lowers it, in"
            + " log-odds.\nFrom one half to 0.9 it is 2.2, from 0.9 to 0.99 another 2.4.\n");
    if (!gates.areNone()) {
      layers();
    }
  }

  /**
   * Writes an explanation as lines.
   *
   * @param gates of which they tell; with any, also what each character does, where the answer
   *     comes from them too
   */
  public static String of(Explanation explanation, ShownGates gates) {
    return new TextExplanation(explanation, gates).text.toString();
  }

  /** Returns the answer and the next label, in a sentence. */
  public static String answer(Explanation explanation) {
    LabelScore label = explanation.label();
    return (explanation.intent().label().equals(Intent.UNKNOWN)
            ? "is unknown: " + scored(label) + " is below the threshold"
            : "is taken for " + scored(label))
        + "; the next is "
        + scored(explanation.runnerUp())
        + ".";
  }

  private void answer() {
    text.append('"').append(explanation.text()).append("\"\n");
    text.append(answer(explanation)).append("\n\n");
  }

  private static String scored(LabelScore score) {
    return Printable.escape(score.label())
        + " ("
        + NumberFormats.confidence(score.confidence(), 3)
        + ")";
  }

  private void effects(EffectTable effects) {
    if (!effects.rows().isEmpty()) {
      text.append(TerminalTable.of(effects.header(), 2, effects.rows()));
    }
    text.append(effects.rest().isEmpty() ? "\n" : effects.rest() + "\n\n");
  }

  private void layers() {
    GateTable.meanings(explanation.layers(), gates)
        .forEach(meaning -> text.append('\n').append(meaning));
    text.append('\n');
    explanation.layers().forEach(layer -> gates(new GateTable(layer, gates)));
  }

  private void gates(GateTable table) {
    text.append('\n').append(table.title()).append('\n');
    if (table.hasGates()) {
      text.append(TerminalTable.of(table.header(), 1, table.rows()));
      List<String> mostOpen = table.mostOpen();
      text.append(String.join("\n", mostOpen)).append('\n');
    }
  }
}
