package io.garam.evaluation.report.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.garam.evaluation.comparison.Comparison;
import io.garam.evaluation.comparison.LabelChange;
import io.garam.evaluation.report.ComparedModels;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * JSON comparison as other programs read it; figures are fractions and not rounded. What needs
 * labels that people gave is left out where there are none.
 *
 * @param first what the model is held against
 * @param second the model
 * @param verdict which is better, in sentences
 * @param count how many utterances
 * @param agreed how many of them get the same label from both
 * @param scored how many of them people labelled; the next four are of these
 * @param firstAccuracy the share of them that the first is right on
 * @param secondAccuracy the share of them that the second is right on
 * @param p the probability that equally good models differ at least as much: McNemar's test
 * @param changes {@code from}, {@code to}, {@code count}, {@code improvements}, {@code regressions}
 *     and {@code examples} of each label that the second gives in place of another
 * @param explanations of the most frequent changes, as far as they were explained
 * @param firstEvaluation all figures of the first, where measured
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JsonComparison(
    String first,
    String second,
    String verdict,
    int count,
    int agreed,
    int scored,
    int bothRight,
    int onlyFirst,
    int onlySecond,
    int bothWrong,
    @Nullable Double firstAccuracy,
    @Nullable Double secondAccuracy,
    @Nullable Double p,
    List<LabelChange> changes,
    List<JsonExplainedChange> explanations,
    @Nullable JsonEvaluation firstEvaluation) {

  static JsonComparison of(ComparedModels models) {
    Comparison comparison = models.comparison();
    boolean scored = comparison.scored() > 0;
    return new JsonComparison(
        models.first(),
        models.second(),
        models.verdict(),
        comparison.count(),
        comparison.agreed(),
        comparison.scored(),
        comparison.bothRight(),
        comparison.discordant().onlyFirst(),
        comparison.discordant().onlySecond(),
        comparison.bothWrong(),
        scored ? comparison.firstAccuracy() : null,
        scored ? comparison.secondAccuracy() : null,
        scored ? comparison.discordant().p() : null,
        comparison.changes(),
        JsonExplainedChange.of(models),
        models.firstEvaluation() == null ? null : JsonEvaluation.of(models.firstEvaluation()));
  }
}
