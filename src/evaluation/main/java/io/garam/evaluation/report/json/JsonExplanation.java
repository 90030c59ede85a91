package io.garam.evaluation.report.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.garam.evaluation.explanation.StrongestEffects;
import io.garam.evaluation.report.AnswerExplanation;
import io.garam.nlu.explanation.Effect;
import io.garam.nlu.explanation.Explanation;
import io.garam.nlu.explanation.LabelScore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * JSON explanation as other programs read it: what moved an answer most.
 *
 * @param label the most probable label: {@code label}, {@code confidence} and {@code logOdds}
 * @param runnerUp the next
 * @param tokens the at most {@value #MOST} of the greatest effect on the label: {@code part},
 *     {@code onLabel}, {@code onRunnerUp} and {@code labelWithout}, see {@link Effect}
 * @param earlier the same of earlier utterances of the dialogue
 * @param missing why there is no explanation; then the others are left out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JsonExplanation(
    @Nullable LabelScore label,
    @Nullable LabelScore runnerUp,
    @Nullable List<Effect> tokens,
    @Nullable List<Effect> earlier,
    @Nullable String missing) {

  private static final int MOST = 10;

  static JsonExplanation of(AnswerExplanation answer) {
    Explanation explanation = answer.explanation();
    return explanation == null
        ? new JsonExplanation(null, null, null, null, answer.missing())
        : new JsonExplanation(
            explanation.label(),
            explanation.runnerUp(),
            StrongestEffects.of(explanation.tokens(), MOST),
            StrongestEffects.of(explanation.earlier(), MOST),
            null);
  }
}
