package io.garam.evaluation.explanation;

import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.summary;

import io.garam.evaluation.NumberFormats;
import io.garam.evaluation.report.AnswerExplanation;
import io.garam.nlu.Intent;
import io.garam.nlu.explanation.Effect;
import io.garam.nlu.explanation.Explanation;
import io.garam.nlu.explanation.LabelScore;
import j2html.tags.DomContent;
import java.util.Comparator;
import java.util.List;

/**
 * Explanation in a row of a report: a line of what raises the label most, and unfolded the rest.
 */
public final class ExplanationDetails {

  private static final int NAMED_TOKENS = 3;

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
                summary(name + ": " + line(explanation)),
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

  private static String line(Explanation explanation) {
    LabelScore label = explanation.label();
    String unknown =
        explanation.intent().label().equals(Intent.UNKNOWN)
            ? label.label()
                + " ("
                + NumberFormats.fraction(label.confidence(), 3)
                + ") is below the threshold; "
            : "";
    return unknown
        + explanation.tokens().stream()
            .filter(ExplanationDetails::raises)
            .sorted(Comparator.comparingDouble(effect -> -change(effect)))
            .limit(NAMED_TOKENS)
            .map(effect -> named(explanation, effect))
            .reduce((first, second) -> first + ", " + second)
            .orElse("no single token raises " + label.label());
  }

  private static boolean raises(Effect effect) {
    return effect.onLabel() == null || effect.onLabel() >= EffectTable.LEAST;
  }

  /** Without the only token nothing is left. */
  private static double change(Effect effect) {
    return effect.onLabel() == null ? Double.POSITIVE_INFINITY : effect.onLabel();
  }

  private static String named(Explanation explanation, Effect effect) {
    String without = effect.labelWithout();
    return effect.part()
        + (effect.onLabel() == null ? "" : " " + EffectTable.signed(effect.onLabel(), 1))
        + (without == null || without.equals(explanation.intent().label())
            ? ""
            : " (without it " + without + ")");
  }
}
