package io.garam.evaluation.report.html;

import static j2html.TagCreator.bdi;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.join;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import io.garam.evaluation.NumberFormats;
import io.garam.evaluation.comparison.ChangedUtterance;
import io.garam.evaluation.comparison.LabelChange;
import io.garam.evaluation.explanation.ExplanationDetails;
import io.garam.evaluation.explanation.ExplanationRow;
import io.garam.evaluation.report.ChangeExplanation;
import io.garam.evaluation.report.ComparedModels;
import io.garam.nlu.text.Printable;
import j2html.tags.DomContent;
import j2html.tags.specialized.TrTag;
import java.util.List;

/**
 * Table of the labels that change from one model to another, each with utterances as examples.
 *
 * @param models with at least one change
 */
record LabelChangesTable(ComparedModels models) {

  DomContent html() {
    TrTag header =
        tr(th(models.first()), th(models.second()), th("utterances").withClass("number"));
    if (hasGold()) {
      header.with(th("better").withClass("number"), th("worse").withClass("number"));
    }
    header.with(th(hasGold() ? "for example (its label)" : "for example"));
    List<LabelChange> most = models.shownChanges();
    return div(
        h3("Labels that change"),
        p(changesNote(most.size())).withClass("note"),
        table(thead(header), tbody(each(most, this::rows))).withClass("changes"));
  }

  private String changesNote(int shown) {
    int all = changes().size();
    return (shown < all
            ? "The "
                + shown
                + " most frequent of "
                + NumberFormats.count(all)
                + " changes of label."
            : "The most frequent first.")
        + (hasGold()
            ? " Better: the new label is the right one. Worse: the old one was. The others are"
                + " wrong either way, or nobody labelled them."
            : "")
        + (models.explanations().isEmpty()
            ? ""
            : " The first example of each is explained. " + ExplanationRow.NOTE);
  }

  private DomContent rows(LabelChange change) {
    ChangeExplanation explanation = models.explanations().get(change);
    return explanation == null
        ? row(change)
        : join(
            row(change),
            ExplanationRow.of(
                hasGold() ? 6 : 4,
                p(bdi("\u201c" + Printable.sentence(change.examples().get(0).text()) + "\u201d")),
                ExplanationDetails.of(
                    "Why " + change.from() + ", by " + models.first(), explanation.first()),
                ExplanationDetails.of(
                    "Why " + change.to() + ", by " + models.second(), explanation.second())));
  }

  private TrTag row(LabelChange change) {
    TrTag row =
        tr(
            td(change.from()),
            td(change.to()),
            td(NumberFormats.count(change.count())).withClass("number"));
    if (hasGold()) {
      row.with(
          td(NumberFormats.count(change.improvements())).withClass("number"),
          td(NumberFormats.count(change.regressions())).withClass("number"));
    }
    return row.with(td(each(change.examples(), LabelChangesTable::example)).withClass("text"));
  }

  private static DomContent example(ChangedUtterance example) {
    DomContent said = bdi(Printable.sentence(example.text()));
    return example.gold() == null
        ? div(said)
        : div(said, text(" "), span("(" + example.gold() + ")").withClass("gold"));
  }

  private List<LabelChange> changes() {
    return models.comparison().changes();
  }

  private boolean hasGold() {
    return models.comparison().scored() > 0;
  }
}
