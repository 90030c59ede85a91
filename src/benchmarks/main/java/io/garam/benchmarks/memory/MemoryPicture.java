package io.garam.benchmarks.memory;

import io.garam.evaluation.chart.Axis;
import io.garam.evaluation.chart.Chart;
import io.garam.evaluation.chart.Picture;
import io.garam.evaluation.chart.Scale;
import io.garam.evaluation.chart.Series;
import io.garam.evaluation.chart.Series.Point;
import io.garam.evaluation.chart.Series.Shape;
import io.garam.evaluation.chart.Unit;
import io.garam.training.export.Cell;
import java.util.ArrayList;
import java.util.List;

/** The findings as a picture: a line through each cell's medians, and a dot for each network. */
final class MemoryPicture {

  /** The smallest 32-bit number, about; what is below, as a gradient of 0, stands there. */
  private static final double LEAST_GRADIENT = 1e-45;

  private static final double GREATEST_GRADIENT = 1e5;

  private MemoryPicture() {}

  /** Returns an SVG document. */
  static String of(ExperimentResults findings) {
    return new Picture(
            "Accuracy and gradient of recurrent cells over the distance to remember",
            List.of(
                List.of(chart(findings, ReportedQuantity.ACCURACY)),
                List.of(
                    chart(findings, ReportedQuantity.GRADIENT_BEFORE),
                    chart(findings, ReportedQuantity.GRADIENT_AFTER))))
        .toSvg();
  }

  private static Chart chart(ExperimentResults findings, ReportedQuantity figure) {
    double nearest = findings.distances().get(0);
    double farthest = findings.distances().get(findings.distances().size() - 1);
    // One of each for every cell, in this order, gives a cell's dots the colour of its line.
    List<Series> series = new ArrayList<>();
    ExperimentResults.cells().forEach(cell -> series.add(networks(findings.of(cell), figure)));
    ExperimentResults.cells().forEach(cell -> series.add(medians(cell, findings.of(cell), figure)));
    if (figure == ReportedQuantity.ACCURACY) {
      double guessing = 1.0 / FirstTokenTask.LABELS;
      series.add(
          new Series(
              "guessing",
              Shape.REFERENCE,
              List.of(new Point(nearest, guessing), new Point(farthest, guessing))));
    }
    return new Chart(
        figure.title(),
        new Axis(
            "tokens after the first",
            nearest,
            Math.max(farthest, 2 * nearest),
            Unit.COUNT,
            Scale.DOUBLING),
        figure == ReportedQuantity.ACCURACY
            ? Axis.percent(figure.unit())
            : new Axis(
                figure.unit(), LEAST_GRADIENT, GREATEST_GRADIENT, Unit.NUMBER, Scale.TEN_POWERS),
        series,
        List.of());
  }

  private static Series networks(List<CellResult> ofCell, ReportedQuantity figure) {
    return new Series(
        "",
        Shape.SAMPLES,
        ofCell.stream()
            .flatMap(
                finding ->
                    finding.sorted(figure).stream()
                        .map(value -> new Point(finding.distance(), value)))
            .toList());
  }

  private static Series medians(Cell cell, List<CellResult> ofCell, ReportedQuantity figure) {
    return new Series(
        ExperimentResults.name(cell),
        // The lines of the GRUs lie on each other, and at first all do.
        cell == Cell.GRU || cell == Cell.LSTM ? Shape.LINE : Shape.DASHES,
        ofCell.stream()
            .map(finding -> new Point(finding.distance(), finding.median(figure)))
            .toList());
  }
}
