package io.garam.evaluation.report.html;

import static j2html.TagCreator.div;
import static j2html.TagCreator.span;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import io.garam.evaluation.NumberFormats;
import io.garam.evaluation.metrics.ConfusionMatrix;
import j2html.tags.DomContent;
import j2html.tags.specialized.TrTag;
import java.util.Locale;
import java.util.stream.IntStream;

/** A confusion matrix as a table with coloured cells. */
final class HeatMap {

  /** The depth of colour from which on dark text on it would be hard to read. */
  private static final double DEEP = 0.6;

  private HeatMap() {}

  static DomContent of(ConfusionMatrix matrix) {
    TrTag header =
        tr(th("label \\ answer"))
            .with(
                matrix.labels().stream()
                    .map(label -> th(span(label)).attr("scope", "col"))
                    .toList());
    return div(table(
                thead(header),
                tbody()
                    .with(
                        IntStream.range(0, matrix.labels().size())
                            .mapToObj(gold -> row(matrix, gold))
                            .toList()))
            .withClass("heat"))
        .withClass("wide");
  }

  private static TrTag row(ConfusionMatrix matrix, int gold) {
    int support = matrix.support(gold);
    return tr(th(matrix.labels().get(gold)).attr("scope", "row"))
        .with(
            IntStream.range(0, matrix.labels().size())
                .mapToObj(predicted -> cell(matrix, gold, predicted, support))
                .toList());
  }

  private static DomContent cell(ConfusionMatrix matrix, int gold, int predicted, int support) {
    int count = matrix.counts()[gold][predicted];
    if (count == 0) {
      return td("·").withClass("none");
    }
    double share = (double) count / support;
    // The root lets a few per cent, which most confusions are, be told from nothing.
    double depth = Math.sqrt(share);
    return td(NumberFormats.count(count))
        .withClasses(gold == predicted ? "right" : "wrong", depth > DEEP ? "deep" : "")
        .withTitle(
            matrix.labels().get(gold)
                + " → "
                + matrix.labels().get(predicted)
                + ": "
                + NumberFormats.percent(share))
        .withStyle(String.format(Locale.ROOT, "--depth:%.3f", depth));
  }
}
