package io.garam.evaluation.explanation;

import io.garam.evaluation.chart.Colours;
import io.garam.evaluation.chart.SvgElement;
import io.garam.nlu.explanation.LayerGates;
import io.garam.nlu.explanation.LayerGates.DirectionGates;
import io.garam.nlu.explanation.LayerGates.Gate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Gates of a layer in a picture: a heat map of units over steps for each, and what is kept. */
final class GateBands {

  private static final double MAP = 104;
  private static final double MEANS = 20;
  private static final double KEPT = 46;

  private GateBands() {}

  /** Returns the gates of one line of steps. */
  static List<Band> of(LayerGates layer, ShownGates gates, Columns columns) {
    List<Band> bands = new ArrayList<>();
    for (DirectionGates direction : layer.directions()) {
      String arrow = layer.directions().size() == 1 ? "" : direction.name() + ", ";
      for (Gate gate : gates.of(direction.gates())) {
        bands.add(map(arrow + gate.name() + " gate", gate, UnitOrder.of(direction), columns));
      }
      if (gates.areAll() && direction.kept().length > 0) {
        bands.add(kept(arrow + "kept to the end", direction.kept(), columns));
      }
    }
    return bands;
  }

  private static Band map(String name, Gate gate, List<Integer> order, Columns columns) {
    double unitHeight = MAP / order.size();
    SvgElement band = new SvgElement("g").with(RowNames.of(name, MAP / 2));
    for (int column = 0; column < columns.count(); column++) {
      float[] openings = gate.openings()[columns.first() + column];
      for (int row = 0; row < order.size(); row++) {
        band.with(
            new SvgElement("rect")
                .at("x", columns.left(column) + 1)
                .at("y", row * unitHeight)
                .at("width", columns.width() - 2)
                .at("height", unitHeight)
                .attr("class", "unit")
                .at("fill-opacity", openings[order.get(row)]));
      }
      band.with(
          SvgElement.text(
                  columns.middle(column),
                  MAP + 13,
                  "middle",
                  String.format(Locale.ROOT, "%.2f", gate.mean(columns.first() + column)))
              .withClass("number soft"));
    }
    return new Band(MAP + MEANS, band);
  }

  private static Band kept(String name, double[] kept, Columns columns) {
    double height = KEPT - 22;
    SvgElement band = new SvgElement("g").with(RowNames.of(name, KEPT / 2));
    for (int column = 0; column < columns.count(); column++) {
      double share = kept[columns.first() + column];
      double bar = share * height;
      band.with(
          new SvgElement("rect")
              .at("x", columns.left(column) + 1)
              .at("y", 16 + height - bar)
              .at("width", columns.width() - 2)
              .at("height", bar)
              .attr("rx", "2")
              .attr("style", "fill:" + Colours.ofSeries(2) + ";fill-opacity:.55"),
          SvgElement.text(
                  columns.middle(column),
                  12,
                  "middle",
                  String.format(Locale.ROOT, "%.0f %%", 100 * share))
              .withClass("number"));
    }
    return new Band(KEPT, band);
  }
}
