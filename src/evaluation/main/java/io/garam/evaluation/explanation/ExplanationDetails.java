package io.garam.evaluation.explanation;

import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.text;

import io.garam.evaluation.report.AnswerExplanation;
import io.garam.nlu.explanation.Effect;
import io.garam.nlu.explanation.Explanation;
import j2html.tags.DomContent;
import java.util.List;

/**
 * Explanation in a row of a report: a line of what raises the label most, and unfolded the rest.
 */
public final class ExplanationDetails {

  /** Earlier utterances that are drawn; a dialogue may have hundreds. */
  private static final int MOST_EARLIER = 10;

  private ExplanationDetails() {}

  /**
   * Makes the row's content.
   *
   * @param name before the line, such as a model's
   */
  public static DomContent of(String name, AnswerExplanation answer) {
    Explanation explanation = answer.explanation();
    return explanation == null
        ? p(name + ": not explained. " + answer.missing()).withClass("note")
        : details(
                summary(text(name + ": "), each(StrongestParts.of(explanation).stream())),
                div(rawHtml(ExplanationPicture.inPage(shortened(explanation), ShownGates.NONE)))
                    .withClass("wide"),
                iff(
                    explanation.earlier().size() > MOST_EARLIER,
                    p(
                        "Of "
                            + explanation.earlier().size()
                            + " utterances before it, the "
                            + MOST_EARLIER
                            + " that do most.")))
            .withClass("why");
  }

  private static Explanation shortened(Explanation explanation) {
    List<Effect> strongest = StrongestEffects.of(explanation.earlier(), MOST_EARLIER);
    return new Explanation(
        explanation.text(),
        explanation.intent(),
        explanation.label(),
        explanation.runnerUp(),
        explanation.tokens(),
        explanation.characters(),
        explanation.earlier().stream().filter(strongest::contains).limit(MOST_EARLIER).toList(),
        explanation.layers());
  }
}
