package io.garam.evaluation.explanation;

import io.garam.evaluation.chart.Colours;
import io.garam.evaluation.chart.SvgElement;
import io.garam.nlu.explanation.Effect;
import io.garam.nlu.explanation.Explanation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Effects of the parts of an utterance in a picture: cells above the parts, coloured by effect. */
final class EffectBands {

  private static final double CELL = 28;
  private static final double NAMES = 30;

  /** The least change that gets the deepest colour: from one half to three quarters, about. */
  private static final double DEEPEST = 1;

  /** The narrowest cell that its number fits. */
  private static final double NUMBER = 40;

  private EffectBands() {}

  /**
   * Returns a band for the label, one for the runner-up, and the parts below them.
   *
   * @param columns of the parts
   */
  static List<Band> of(Explanation explanation, List<Effect> effects, Columns columns) {
    double deepest =
        effects.stream()
            .flatMap(effect -> Stream.of(effect.onLabel(), effect.onRunnerUp()))
            .filter(Objects::nonNull)
            .mapToDouble(Math::abs)
            .reduce(DEEPEST, Math::max);
    List<Band> bands = new ArrayList<>();
    bands.add(cells(explanation.label().label(), effects, Effect::onLabel, columns, deepest));
    bands.add(cells(explanation.runnerUp().label(), effects, Effect::onRunnerUp, columns, deepest));
    bands.add(names(columns));
    return bands;
  }

  private static Band cells(
      String label,
      List<Effect> effects,
      Function<Effect, @Nullable Double> value,
      Columns columns,
      double deepest) {
    SvgElement row = new SvgElement("g").with(RowNames.of(label, CELL / 2));
    for (int column = 0; column < columns.count(); column++) {
      Effect effect = effects.get(column);
      row.with(cell(effect, value.apply(effect), columns, column, deepest));
    }
    return new Band(CELL, row);
  }

  private static SvgElement cell(
      Effect effect, @Nullable Double value, Columns columns, int column, double deepest) {
    String number = value == null ? "–" : String.format(Locale.ROOT, "%+.1f", value);
    double depth = value == null ? 0 : Math.sqrt(Math.abs(value) / deepest) * .85;
    String colour = Colours.ofSeries(value == null || value >= 0 ? 0 : 1);
    SvgElement cell =
        new SvgElement("g")
            .with(
                new SvgElement("title")
                    .withText(
                        effect.part()
                            + ": "
                            + number
                            + (effect.labelWithout() == null
                                ? ", without it nothing is left"
                                : ", without it " + effect.labelWithout())),
                new SvgElement("rect")
                    .at("x", columns.left(column) + 1)
                    .at("y", 1)
                    .at("width", columns.width() - 2)
                    .at("height", CELL - 2)
                    .attr("rx", "3")
                    .attr("style", "fill:" + colour + ";fill-opacity:" + SvgElement.number(depth)));
    return columns.width() < NUMBER
        ? cell
        : cell.with(
            SvgElement.text(columns.middle(column), CELL / 2 + 4, "middle", number)
                .withClass("number"));
  }

  static Band names(Columns columns) {
    SvgElement row = new SvgElement("g");
    for (int column = 0; column < columns.count(); column++) {
      row.with(
          SvgElement.text(columns.middle(column), 18, "middle", columns.names().get(column))
              .withClass("part"));
    }
    return new Band(NAMES, row);
  }
}
