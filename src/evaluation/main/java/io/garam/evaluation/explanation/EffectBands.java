package io.garam.evaluation.explanation;

import io.garam.evaluation.chart.Colours;
import io.garam.evaluation.chart.SvgElement;
import io.garam.nlu.explanation.Effect;
import io.garam.nlu.explanation.Explanation;
import io.garam.nlu.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Effects of the parts of an utterance in a picture: a bar above each part, up where the part
 * raises a label and down where it lowers it, with its number.
 */
final class EffectBands {

  private static final double NUMBER = 16;
  private static final double LONGEST_BAR = 15;
  private static final double ZERO = NUMBER + LONGEST_BAR;
  private static final double CELL = ZERO + LONGEST_BAR + 4;
  private static final double LINE = 17;

  private EffectBands() {}

  /** Returns bands for the label and the runner-up, and the parts below them, line by line. */
  static List<Band> of(
      Explanation explanation, List<Effect> effects, List<Columns> lines, EffectScale scale) {
    List<Band> bands = new ArrayList<>();
    for (Columns columns : lines) {
      String label = explanation.label().label();
      String runnerUp = explanation.runnerUp().label();
      bands.add(bars(label, effects, Effect::onLabel, columns, scale));
      bands.add(bars(runnerUp, effects, Effect::onRunnerUp, columns, scale));
      bands.add(names(columns));
    }
    return bands;
  }

  private static Band bars(
      String label,
      List<Effect> effects,
      Function<Effect, @Nullable Double> value,
      Columns columns,
      EffectScale scale) {
    SvgElement row =
        new SvgElement("g")
            .with(
                RowNames.of(label, ZERO),
                SvgElement.line(Columns.LEFT, ZERO, columns.right(), ZERO, .35));
    for (int column = 0; column < columns.count(); column++) {
      Effect effect = effects.get(columns.first() + column);
      Double change = value.apply(effect);
      row.with(bar(label, effect, change, columns, column, scale));
    }
    return new Band(CELL, row);
  }

  private static SvgElement bar(
      String label,
      Effect effect,
      @Nullable Double change,
      Columns columns,
      int column,
      EffectScale scale) {
    double length = change == null ? 0 : scale.share(change) * LONGEST_BAR;
    boolean raises = change == null || change >= 0;
    return new SvgElement("g")
        .with(
            new SvgElement("title").withText(Printable.escape(sentence(label, effect, change))),
            new SvgElement("rect")
                .at("x", columns.left(column) + 6)
                .at("y", raises ? ZERO - length : ZERO)
                .at("width", columns.width() - 12)
                .at("height", length)
                .attr("style", "fill:" + Colours.ofSeries(raises ? 0 : 1)),
            SvgElement.text(
                    columns.middle(column), NUMBER - 4, "middle", EffectTable.signed(change, 1))
                .withClass("number"));
  }

  private static String sentence(String label, Effect effect, @Nullable Double change) {
    return change == null
        ? PartNames.of(effect) + ": without it nothing is left"
        : PartNames.of(effect)
            + (change >= 0 ? " raises " : " lowers ")
            + label
            + " ("
            + EffectTable.signed(change, 2)
            + "); without it the answer is "
            + effect.labelWithout();
  }

  static Band names(Columns columns) {
    SvgElement row = new SvgElement("g");
    int most = 1;
    for (int column = 0; column < columns.count(); column++) {
      List<String> lines = columns.names().get(column);
      most = Math.max(most, lines.size());
      for (int line = 0; line < lines.size(); line++) {
        row.with(
            SvgElement.text(columns.middle(column), 14 + line * LINE, "middle", lines.get(line))
                .withClass("part"));
      }
    }
    return new Band(14 + most * LINE, row);
  }
}
