package io.garam.evaluation.report.html;

import static j2html.TagCreator.each;
import static j2html.TagCreator.join;
import static j2html.TagCreator.p;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import io.garam.evaluation.NumberFormats;
import io.garam.evaluation.Prediction;
import io.garam.evaluation.explanation.ExplanationDetails;
import io.garam.evaluation.explanation.ExplanationRow;
import io.garam.evaluation.metrics.Evaluation;
import io.garam.evaluation.report.AnswerExplanation;
import io.garam.evaluation.report.ReportContent;
import io.garam.nlu.text.Printable;
import j2html.tags.DomContent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The wrong labels that the model was surest of: where the model or the corpus errs. */
final class MistakesSection {

  private static final int COLUMNS = 4;

  private MistakesSection() {}

  /**
   * @param explanations of the mistakes, as far as they were explained
   */
  static Section of(Evaluation evaluation, Map<Prediction, AnswerExplanation> explanations) {
    List<Prediction> mistakes = ReportContent.shownMistakes(evaluation);
    return new Section(
        "Surest mistakes",
        "Worth reading one by one: often it is the corpus that is wrong, or a label that means two"
            + " things."
            + (explanations.isEmpty() ? "" : " " + ExplanationRow.NOTE),
        List.of(
            mistakes.isEmpty()
                ? p("No utterance got a wrong label.")
                : table(
                        thead(
                            tr(
                                th("utterance"),
                                th("label"),
                                th("answer"),
                                th("confidence").withClass("number"))),
                        tbody(each(mistakes, mistake -> rows(mistake, explanations.get(mistake)))))
                    .withClass("mistakes")));
  }

  private static DomContent rows(Prediction mistake, @Nullable AnswerExplanation explanation) {
    DomContent row =
        tr(
            td(Printable.sentence(mistake.text())).withClass("text"),
            td(mistake.gold()),
            td(mistake.predicted()),
            td(NumberFormats.fraction(mistake.confidence())).withClass("number"));
    return explanation == null
        ? row
        : join(
            row,
            ExplanationRow.of(
                COLUMNS, ExplanationDetails.of("Why " + mistake.predicted(), explanation)));
  }
}
