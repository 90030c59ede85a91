package io.garam.evaluation.report.html;

import static j2html.TagCreator.each;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import io.garam.evaluation.NumberFormats;
import io.garam.evaluation.metrics.ClassScore;
import j2html.tags.DomContent;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The score of each label, the weakest first. */
final class LabelsSection {

  private LabelsSection() {}

  static Section of(List<ClassScore> scores) {
    return new Section(
        "Labels",
        "The weakest first. Precision: how much of what is called so is so. Recall: how much of"
            + " what is so is found. F1: their harmonic mean. Support: utterances with the label in"
            + " the corpus.",
        List.of(
            table(
                    thead(tr(th("label"), th("precision"), th("recall"), th("F1"), th("support"))),
                    tbody(
                        each(
                            scores.stream()
                                .sorted(Comparator.comparingDouble(ClassScore::f1))
                                .map(LabelsSection::row))))
                .withClass("labels numbers")));
  }

  private static DomContent row(ClassScore score) {
    return tr(
        th(score.label()).attr("scope", "row"),
        td(NumberFormats.fraction(score.precision())),
        td(NumberFormats.fraction(score.recall())),
        td(NumberFormats.fraction(score.f1()))
            .withClass("bar")
            .withStyle(String.format(Locale.ROOT, "--share:%.3f", score.f1())),
        td(NumberFormats.count(score.support())));
  }
}
