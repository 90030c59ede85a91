package io.garam.evaluation.explanation;

import static j2html.TagCreator.div;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import io.garam.evaluation.NumberFormats;
import io.garam.evaluation.report.html.HtmlReport;
import io.garam.evaluation.report.html.Section;
import io.garam.nlu.explanation.Explanation;
import io.garam.nlu.explanation.LabelScore;
import j2html.tags.DomContent;
import java.util.List;
import java.util.Locale;

/** Explanation as a page for a browser. */
public final class ExplanationPage {

  private ExplanationPage() {}

  /** Makes the page of an explanation. */
  public static HtmlReport of(Explanation explanation) {
    String label = explanation.intent().label();
    return new HtmlReport(
        "Why \"" + explanation.text() + "\" is taken for " + label,
        "Answered by " + explanation.intent().model() + ".",
        List.of(answer(explanation), picture(explanation), reading()));
  }

  private static Section answer(Explanation explanation) {
    return new Section(
        "The answer",
        "The two most probable labels. Log-odds tell apart what rounds to the same probability: 0"
            + " is one half, 2.2 is 0.9, 4.6 is 0.99.",
        List.of(
            table(
                    thead(tr(th("label"), th("confidence"), th("log-odds"))),
                    tbody(row(explanation.label()), row(explanation.runnerUp())))
                .withClass("numbers")));
  }

  private static DomContent row(LabelScore score) {
    return tr(
        th(score.label()),
        td(NumberFormats.fraction(score.confidence())),
        td(String.format(Locale.ROOT, "%+.2f", score.logOdds())));
  }

  private static Section picture(Explanation explanation) {
    return new Section(
        "What its parts did, and what the gates did",
        "Blue speaks for a label, orange against it: the log-odds with the part, less those without"
            + " it. In the maps of gates each row is a unit, the one that is open most on top, and"
            + " the deeper the blue, the wider it is open.",
        List.of(div(rawHtml(ExplanationPicture.of(explanation))).withClass("wide")));
  }

  private static Section reading() {
    return new Section(
        "How to read it",
        "All of it is computed by the very model that answers.",
        List.of(
            p(
                "A part is left out, and the rest is answered like any other text. Parts that say"
                    + " the same do little one by one, since the other is still there: effects do"
                    + " not add up to the answer."),
            p(
                "\"Kept to the end\" is how much of the state after a step is carried to the last"
                    + " one read: the product of what the update gate (GRU) or the forget gate"
                    + " (LSTM) keeps at each step in between. The answer also comes from the"
                    + " greatest value of each unit at any step, which needs no keeping.")));
  }
}
