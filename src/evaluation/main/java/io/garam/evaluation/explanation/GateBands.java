package io.garam.evaluation.explanation;

import io.garam.evaluation.chart.Colours;
import io.garam.evaluation.chart.SvgElement;
import io.garam.nlu.explanation.LayerGates;
import io.garam.nlu.explanation.LayerGates.DirectionGates;
import io.garam.nlu.explanation.LayerGates.Gate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Gates of a layer in a picture: a heat map of units over steps for each, and what is kept. */
final class GateBands {

  private static final double MAP = 104;
  private static final double MEANS = 20;
  private static final double KEPT = 40;

  /** The narrowest column that a mean fits. */
  private static final double NUMBER = 30;

  private GateBands() {}

  /**
   * @param gates that are drawn; empty for all, and what is kept to the end
   */
  static List<Band> of(LayerGates layer, Collection<String> gates, Columns columns) {
    List<Band> bands = new ArrayList<>();
    for (DirectionGates direction : layer.directions()) {
      String arrow = layer.directions().size() == 1 ? "" : direction.name() + ", ";
      for (Gate gate : direction.gates()) {
        if (gates.isEmpty() || gates.contains(gate.name())) {
          bands.add(map(arrow + gate.name() + " gate", gate, columns));
        }
      }
      if (gates.isEmpty() && direction.kept().length > 0) {
        bands.add(kept(arrow + "kept to the end", direction.kept(), columns));
      }
    }
    return bands;
  }

  private static Band map(String name, Gate gate, Columns columns) {
    float[][] openings = gate.openings();
    int units = openings[0].length;
    double unitHeight = MAP / units;
    List<Integer> mostOpenFirst =
        IntStream.range(0, units)
            .boxed()
            .sorted(Comparator.comparingDouble(unit -> -mean(openings, unit)))
            .toList();
    SvgElement band = new SvgElement("g").with(RowNames.of(name, MAP / 2));
    for (int column = 0; column < columns.count(); column++) {
      for (int row = 0; row < units; row++) {
        band.with(
            new SvgElement("rect")
                .at("x", columns.left(column) + 1)
                .at("y", row * unitHeight)
                .at("width", columns.width() - 2)
                .at("height", unitHeight)
                .attr("class", "unit")
                .at("fill-opacity", openings[column][mostOpenFirst.get(row)]));
      }
      if (columns.width() >= NUMBER) {
        band.with(
            SvgElement.text(
                    columns.middle(column),
                    MAP + 13,
                    "middle",
                    String.format(Locale.ROOT, "%.2f", gate.mean(column)))
                .withClass("number soft"));
      }
    }
    return new Band(MAP + MEANS, band);
  }

  private static double mean(float[][] openings, int unit) {
    return IntStream.range(0, openings.length).mapToDouble(step -> openings[step][unit]).sum();
  }

  private static Band kept(String name, double[] kept, Columns columns) {
    double height = KEPT - 14;
    SvgElement band = new SvgElement("g").with(RowNames.of(name, height / 2 + 4));
    for (int column = 0; column < columns.count(); column++) {
      double bar = kept[column] * height;
      band.with(
          new SvgElement("rect")
              .at("x", columns.left(column) + 1)
              .at("y", 4 + height - bar)
              .at("width", columns.width() - 2)
              .at("height", bar)
              .attr("rx", "2")
              .attr("style", "fill:" + Colours.ofSeries(2) + ";fill-opacity:.55"));
      if (columns.width() >= NUMBER) {
        band.with(
            SvgElement.text(
                    columns.middle(column),
                    2 + height,
                    "middle",
                    String.format(Locale.ROOT, "%.0f %%", 100 * kept[column]))
                .withClass("number"));
      }
    }
    return new Band(KEPT, band);
  }
}
