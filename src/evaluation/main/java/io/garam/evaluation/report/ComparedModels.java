package io.garam.evaluation.report;

import io.garam.evaluation.comparison.Comparison;
import io.garam.evaluation.metrics.Evaluation;
import org.jspecify.annotations.Nullable;

/**
 * A comparison with the names of what was compared. The second is the model that a report is about;
 * the first is what it is held against: another model, or what was tagged live.
 *
 * @param first what to call the first, such as "korean 1"
 * @param second what to call the second
 * @param comparison what they say of the same utterances
 * @param firstEvaluation how good the first is; null where that was not measured
 */
public record ComparedModels(
    String first, String second, Comparison comparison, @Nullable Evaluation firstEvaluation) {

  /** Says which of the two is better, and how sure that is. */
  public String verdict() {
    return comparison.verdict(first, second);
  }
}
