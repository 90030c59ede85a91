package io.garam.evaluation.report.html;

import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.p;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import io.garam.evaluation.NumberFormats;
import io.garam.evaluation.metrics.Confusion;
import io.garam.evaluation.metrics.ConfusionMatrix;
import io.garam.evaluation.metrics.Evaluation;
import io.garam.nlu.Intent;
import j2html.TagCreator;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;

/**
 * Which labels were taken for which: the whole matrix where it fits a page, and the most frequent
 * confusions, each with the utterances that the model was surest of.
 */
final class ConfusionsSection {

  private static final int MOST_LABELS = 25;
  private static final int CONFUSIONS_BELOW_THE_MATRIX = 10;
  private static final int CONFUSIONS_IN_ITS_PLACE = 25;

  private static final int MOST_EXAMPLES = 3;

  private ConfusionsSection() {}

  static Section of(Evaluation evaluation) {
    ConfusionMatrix matrix = evaluation.confusionMatrix();
    List<DomContent> content = new ArrayList<>();
    boolean fits = matrix.labels().size() <= MOST_LABELS;
    List<Confusion> confusions =
        matrix.confusions(Integer.MAX_VALUE).stream()
            .filter(confusion -> !confusion.predicted().equals(Intent.UNKNOWN))
            .limit(fits ? CONFUSIONS_BELOW_THE_MATRIX : CONFUSIONS_IN_ITS_PLACE)
            .toList();
    if (fits) {
      content.add(HeatMap.of(matrix));
    }
    content.add(
        confusions.isEmpty()
            ? p("No label was taken for another.")
            : table(confusions, evaluation));
    return new Section(
        "Confusions",
        fits
            ? "Rows are the corpus's labels, columns the model's answers; the deeper the colour,"
                + " the greater the share of the row. Below, the most frequent confusions, each"
                + " with the utterances that the model was surest of; abstentions aside."
            : "The most frequent, abstentions aside, each with the utterances that the model was"
                + " surest of; the matrix of "
                + matrix.labels().size()
                + " labels would fit no page.",
        content);
  }

  private static DomContent table(List<Confusion> confusions, Evaluation evaluation) {
    return TagCreator.table(
            thead(
                tr(
                    th("label"),
                    th("taken for"),
                    th("utterances").withClass("number"),
                    th("of the label").withClass("number"),
                    th("for example"))),
            tbody()
                .with(
                    confusions.stream()
                        .map(
                            confusion ->
                                row(confusion, evaluation.examples(confusion, MOST_EXAMPLES)))
                        .toList()))
        .withClass("confusions");
  }

  private static DomContent row(Confusion confusion, List<String> examples) {
    return tr(
        td(confusion.gold()),
        td(confusion.predicted()),
        td(NumberFormats.count(confusion.count())).withClass("number"),
        td(NumberFormats.percent(confusion.share())).withClass("number"),
        td(each(examples, example -> div(example))).withClass("text"));
  }
}
