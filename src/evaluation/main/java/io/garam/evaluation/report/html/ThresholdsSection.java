package io.garam.evaluation.report.html;

import static j2html.TagCreator.div;

import io.garam.evaluation.NumberFormats;
import io.garam.evaluation.chart.Axis;
import io.garam.evaluation.chart.Chart;
import io.garam.evaluation.chart.Chart.Marker;
import io.garam.evaluation.chart.Series;
import io.garam.evaluation.chart.Series.Point;
import io.garam.evaluation.chart.Series.Shape;
import io.garam.evaluation.chart.Unit;
import io.garam.evaluation.metrics.CoverageCurve;
import io.garam.evaluation.metrics.CoveragePoint;
import io.garam.evaluation.metrics.Evaluation;
import io.garam.nlu.Thresholds;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** How coverage, accuracy and risk go as the threshold moves, and which threshold gives what. */
final class ThresholdsSection {

  /** More would not be seen on a chart of a few hundred pixels. */
  private static final int MOST_POINTS = 250;

  private ThresholdsSection() {}

  static Section of(Evaluation evaluation, Thresholds thresholds) {
    double threshold = thresholds.general() == null ? 0 : thresholds.general();
    CoverageCurve curve = evaluation.coverage();
    return new Section(
        "Thresholds",
        "A model with a threshold answers only where its confidence reaches it, and says unknown"
            + " elsewhere: fewer answers, and fewer wrong ones. A threshold chosen here should be"
            + " checked on other utterances.",
        List.of(
            div(
                    byThreshold(curve, threshold),
                    byCoverage(curve, evaluation.asMeasured(threshold), thresholds))
                .withClass("charts"),
            ThresholdTable.of(evaluation, thresholds)));
  }

  private static DomContent byThreshold(CoverageCurve curve, double threshold) {
    return new Chart(
            "Answered and right, by threshold",
            Axis.percent("threshold"),
            Axis.percent("share"),
            List.of(
                new Series("answered of all", Shape.LINE, fromZero(curve, CoveragePoint::coverage)),
                new Series(
                    "right of answered", Shape.LINE, fromZero(curve, CoveragePoint::accuracy))),
            threshold > 0 ? List.of(new Marker(threshold, "as measured")) : List.of())
        .svg();
  }

  /** Below the least confidence all is answered. */
  private static List<Point> fromZero(CoverageCurve curve, ToDoubleFunction<CoveragePoint> figure) {
    List<Point> points = new ArrayList<>();
    for (CoveragePoint point : curve.sampled(MOST_POINTS).points()) {
      points.add(new Point(point.threshold(), figure.applyAsDouble(point)));
    }
    points.add(new Point(0, points.get(points.size() - 1).y()));
    return points;
  }

  private static DomContent byCoverage(
      CoverageCurve curve, Optional<CoveragePoint> measured, Thresholds thresholds) {
    List<CoveragePoint> sampled = curve.sampled(MOST_POINTS).points();
    return new Chart(
            "Wrong answers by coverage",
            Axis.percent("answered of all (coverage)"),
            Axis.holding(
                "wrong of answered (risk)",
                Unit.PERCENT,
                DoubleStream.concat(
                    DoubleStream.of(0), sampled.stream().mapToDouble(CoveragePoint::risk))),
            List.of(
                new Series(
                    "risk",
                    Shape.LINE,
                    sampled.stream()
                        .map(point -> new Point(point.coverage(), point.risk()))
                        .toList()),
                new Series(
                    thresholds.mayAbstain() ? "the threshold as measured" : "no threshold",
                    Shape.DOTS,
                    measured.stream()
                        .map(
                            point ->
                                new Point(
                                    point.coverage(),
                                    point.risk(),
                                    NumberFormats.percent(point.coverage())
                                        + " answered, "
                                        + NumberFormats.percent(point.risk())
                                        + " of them wrong"))
                        .toList())),
            List.of())
        .svg();
  }
}
