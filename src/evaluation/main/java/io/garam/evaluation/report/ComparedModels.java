package io.garam.evaluation.report;

import io.garam.evaluation.comparison.Comparison;
import io.garam.evaluation.comparison.LabelChange;
import io.garam.evaluation.metrics.Evaluation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A comparison with the names of what was compared. The second is the model that a report is about;
 * the first is what it is held against: another model, or what was tagged live.
 *
 * @param first what to call the first, such as "korean 1"
 * @param second what to call the second
 * @param comparison what they say of the same utterances
 * @param firstEvaluation how good the first is; null where that was not measured
 * @param explanations of the first examples of changes, as far as they were explained
 */
public record ComparedModels(
    String first,
    String second,
    Comparison comparison,
    @Nullable Evaluation firstEvaluation,
    Map<LabelChange, ChangeExplanation> explanations) {

  /** How many changes of label a report shows, and explains: the most frequent. */
  public static final int MOST_CHANGES = 25;

  public ComparedModels {
    explanations = Map.copyOf(explanations);
  }

  /** Compares without explanations. */
  public ComparedModels(
      String first, String second, Comparison comparison, @Nullable Evaluation firstEvaluation) {
    this(first, second, comparison, firstEvaluation, Map.of());
  }

  /** Returns the same with explanations of changes. */
  public ComparedModels explained(Map<LabelChange, ChangeExplanation> changes) {
    return new ComparedModels(first, second, comparison, firstEvaluation, changes);
  }

  /** Returns the changes that a report shows. */
  public List<LabelChange> shownChanges() {
    return comparison.changes().stream().limit(MOST_CHANGES).toList();
  }

  /** Says which of the two is better, and how sure that is. */
  public String verdict() {
    return comparison.verdict(first, second);
  }
}
