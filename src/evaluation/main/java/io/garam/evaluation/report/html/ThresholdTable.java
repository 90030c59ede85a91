package io.garam.evaluation.report.html;

import static io.garam.evaluation.NumberFormats.percent;
import static j2html.TagCreator.each;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import io.garam.evaluation.NumberFormats;
import io.garam.evaluation.Prediction;
import io.garam.evaluation.metrics.CoverageCurve;
import io.garam.evaluation.metrics.CoveragePoint;
import io.garam.evaluation.metrics.Evaluation;
import io.garam.nlu.Thresholds;
import j2html.tags.DomContent;
import j2html.tags.specialized.TrTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The thresholds that reach what people ask for: answers right to some degree, or a share of
 * utterances answered. With utterances out of scope it also says how many of either kind stay.
 */
final class ThresholdTable {

  private static final List<String> HEADER =
      List.of("to have", "threshold", "answered", "answers right", "answers wrong");
  private static final double[] ACCURACIES = {0.99, 0.97, 0.95, 0.9, 0.8};
  private static final double[] COVERAGES = {0.95, 0.9, 0.8, 0.5};

  private final List<Prediction> predictions;
  private final boolean hasOutOfScope;
  private final List<TrTag> rows = new ArrayList<>();

  private ThresholdTable(Evaluation evaluation) {
    this.predictions = evaluation.predictions();
    this.hasOutOfScope = evaluation.outOfScope().isPresent();
  }

  static DomContent of(Evaluation evaluation, Thresholds thresholds) {
    ThresholdTable table = new ThresholdTable(evaluation);
    CoverageCurve curve = evaluation.coverage();
    CoveragePoint always = curve.covering(1);
    table.addMeasured(evaluation, thresholds);
    table.add("always answer", 0, Optional.of(always));
    for (double accuracy : ACCURACIES) {
      if (accuracy > always.accuracy()) {
        table.add(percent(accuracy, 0) + " of the answers right", curve.reaching(accuracy));
      }
    }
    for (double coverage : COVERAGES) {
      table.add(percent(coverage, 0) + " answered", Optional.of(curve.covering(coverage)));
    }
    return table.html();
  }

  private void add(String goal, Optional<CoveragePoint> point) {
    add(goal, point.map(CoveragePoint::threshold).orElse(Double.NaN), point);
  }

  private void addMeasured(Evaluation evaluation, Thresholds thresholds) {
    if (!thresholds.mayAbstain()) {
      return;
    }
    double general = thresholds.general() == null ? 0 : thresholds.general();
    add(
        "as measured",
        thresholds.byLabel().isEmpty() ? NumberFormats.fraction(general) : thresholds.toString(),
        evaluation.asMeasured(general),
        kind -> share(kind, prediction -> !prediction.isAbstention()));
  }

  private void add(String goal, double threshold, Optional<CoveragePoint> point) {
    add(
        goal,
        Double.isNaN(threshold) ? "out of reach" : NumberFormats.fraction(threshold),
        point,
        kind ->
            Double.isNaN(threshold)
                ? "–"
                : share(kind, prediction -> prediction.confidence() >= threshold));
  }

  private void add(
      String goal,
      String threshold,
      Optional<CoveragePoint> point,
      Function<Predicate<Prediction>, String> answered) {
    TrTag row =
        tr(
            th(goal).attr("scope", "row"),
            td(threshold),
            td(point.map(CoveragePoint::coverage).map(NumberFormats::percent).orElse("–")),
            td(point.map(CoveragePoint::accuracy).map(NumberFormats::percent).orElse("–")),
            td(point.map(CoveragePoint::risk).map(NumberFormats::percent).orElse("–")));
    if (hasOutOfScope) {
      row.with(
          td(answered.apply(prediction -> !prediction.isOutOfScope())),
          td(answered.apply(Prediction::isOutOfScope)));
    }
    rows.add(row);
  }

  private String share(Predicate<Prediction> kind, Predicate<Prediction> answered) {
    long all = predictions.stream().filter(kind).count();
    return percent((double) predictions.stream().filter(kind).filter(answered).count() / all);
  }

  private DomContent html() {
    TrTag header = tr(each(HEADER, title -> th(title)));
    if (hasOutOfScope) {
      header.with(th("in scope, answered"), th("out of scope, answered"));
    }
    return table(thead(header), tbody(each(rows, row -> row))).withClass("thresholds numbers");
  }
}
