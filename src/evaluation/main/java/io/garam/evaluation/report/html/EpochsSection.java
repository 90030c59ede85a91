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
import io.garam.evaluation.report.EpochFigures;
import j2html.tags.DomContent;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Loss and validation accuracy by epoch, with the epoch that became the model. */
final class EpochsSection {

  private EpochsSection() {}

  static Section of(List<EpochFigures> epochs) {
    // Of equal epochs training keeps the last.
    EpochFigures best =
        epochs.stream()
            .max(
                Comparator.comparingDouble(EpochFigures::accuracy)
                    .thenComparingInt(EpochFigures::epoch))
            .orElseThrow();
    List<Marker> kept = List.of(new Marker(best.epoch(), "kept: epoch " + best.epoch()));
    return new Section(
        "Training",
        "The epoch with the best validation accuracy became the model.",
        List.of(
            div()
                .withClass("charts")
                .with(
                    chart("Training loss", "nats", Unit.NUMBER, epochs, EpochFigures::loss, kept),
                    chart(
                        "Validation accuracy",
                        "accuracy",
                        Unit.PERCENT,
                        epochs,
                        EpochFigures::accuracy,
                        kept))));
  }

  private static DomContent chart(
      String title,
      String axis,
      Unit unit,
      List<EpochFigures> epochs,
      ToDoubleFunction<EpochFigures> figure,
      List<Marker> kept) {
    List<Point> points =
        epochs.stream()
            .map(
                epoch ->
                    new Point(
                        epoch.epoch(),
                        figure.applyAsDouble(epoch),
                        "epoch "
                            + epoch.epoch()
                            + ": "
                            + NumberFormats.fraction(figure.applyAsDouble(epoch))))
            .toList();
    return new Chart(
            title,
            new Axis("epoch", 1, Math.max(2, epochs.size()), Unit.COUNT),
            Axis.holding(axis, unit, epochs.stream().mapToDouble(figure)),
            List.of(new Series("", Shape.LINE_WITH_DOTS, points)),
            kept)
        .svg();
  }
}
