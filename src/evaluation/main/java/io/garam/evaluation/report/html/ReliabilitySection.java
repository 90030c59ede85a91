package io.garam.evaluation.report.html;

import static j2html.TagCreator.div;
import static j2html.TagCreator.p;

import io.garam.evaluation.NumberFormats;
import io.garam.evaluation.chart.Axis;
import io.garam.evaluation.chart.Chart;
import io.garam.evaluation.chart.Series;
import io.garam.evaluation.chart.Series.Point;
import io.garam.evaluation.chart.Series.Shape;
import io.garam.evaluation.chart.Unit;
import io.garam.evaluation.metrics.Evaluation;
import io.garam.evaluation.metrics.ReliabilityBin;
import j2html.tags.DomContent;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The reliability diagram, and how many answers each of its bins has. */
final class ReliabilitySection {

  /** With fewer, chance alone moves a bin's accuracy by tens of per cent. */
  private static final int ENOUGH = 10;

  private ReliabilitySection() {}

  static Section of(Evaluation evaluation) {
    List<ReliabilityBin> bins = evaluation.reliability();
    List<ReliabilityBin> filled = bins.stream().filter(bin -> bin.count() > 0).toList();
    return new Section(
        "Reliability",
        "Of the answers with a confidence of 90 %, nine in ten should be right: dots on the"
            + " diagonal. Below it the model is too sure of itself, above it too unsure. Bins of"
            + " few answers scatter.",
        filled.isEmpty()
            ? List.of(p("The model abstained throughout."))
            : List.of(div().withClass("charts").with(diagram(filled), histogram(bins))));
  }

  private static DomContent diagram(List<ReliabilityBin> filled) {
    return new Chart(
            "Accuracy by confidence",
            Axis.percent("mean confidence of the bin"),
            Axis.percent("accuracy"),
            List.of(
                new Series("perfect", Shape.REFERENCE, List.of(new Point(0, 0), new Point(1, 1))),
                new Series("measured", Shape.LINE_WITH_DOTS, points(filled, bin -> !isSmall(bin))),
                new Series(
                    "of fewer than " + ENOUGH + " answers",
                    Shape.DOTS,
                    points(filled, ReliabilitySection::isSmall))),
            List.of())
        .svg();
  }

  private static boolean isSmall(ReliabilityBin bin) {
    return bin.count() < ENOUGH;
  }

  private static List<Point> points(List<ReliabilityBin> bins, Predicate<ReliabilityBin> which) {
    return bins.stream()
        .filter(which)
        .map(bin -> new Point(bin.confidence(), bin.accuracy(), note(bin)))
        .toList();
  }

  private static DomContent histogram(List<ReliabilityBin> bins) {
    return new Chart(
            "Answers by confidence",
            Axis.percent("confidence"),
            Axis.holding(
                "answers",
                Unit.COUNT,
                IntStream.concat(IntStream.of(0), bins.stream().mapToInt(ReliabilityBin::count))
                    .asDoubleStream()),
            List.of(
                new Series(
                    "",
                    Shape.BARS,
                    bins.stream()
                        .map(bin -> new Point((bin.from() + bin.to()) / 2, bin.count(), note(bin)))
                        .toList())),
            List.of())
        .svg();
  }

  private static String note(ReliabilityBin bin) {
    return Stream.of(
            "confidence "
                + NumberFormats.percent(bin.from())
                + " to "
                + NumberFormats.percent(bin.to()),
            NumberFormats.count(bin.count()) + " answers",
            NumberFormats.percent(bin.accuracy()) + " right")
        .reduce((a, b) -> a + ", " + b)
        .orElseThrow();
  }
}
