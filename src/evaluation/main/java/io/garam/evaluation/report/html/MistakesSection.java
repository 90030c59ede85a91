package io.garam.evaluation.report.html;

import static j2html.TagCreator.p;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import io.garam.evaluation.NumberFormats;
import io.garam.evaluation.Prediction;
import io.garam.evaluation.metrics.Evaluation;
import j2html.tags.DomContent;
import java.util.List;

/** The wrong labels that the model was surest of: where the model or the corpus errs. */
final class MistakesSection {

  private static final int MOST = 25;

  private MistakesSection() {}

  static Section of(Evaluation evaluation) {
    List<Prediction> mistakes = evaluation.surestMistakes(MOST);
    return new Section(
        "Surest mistakes",
        "Worth reading one by one: often it is the corpus that is wrong, or a label that means two"
            + " things.",
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
                        tbody().with(mistakes.stream().map(MistakesSection::row).toList()))
                    .withClass("mistakes")));
  }

  private static DomContent row(Prediction mistake) {
    return tr(
        td(mistake.text()).withClass("text"),
        td(mistake.gold()),
        td(mistake.predicted()),
        td(NumberFormats.fraction(mistake.confidence())).withClass("number"));
  }
}
