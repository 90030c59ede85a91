package io.garam.evaluation.report;

import io.garam.nlu.explanation.Explanation;
import org.jspecify.annotations.Nullable;

/**
 * Explanation of an answer that a report shows, or why it has none.
 *
 * @param explanation null where it could not be made
 * @param missing why not, a sentence; null where there is one
 */
public record AnswerExplanation(@Nullable Explanation explanation, @Nullable String missing) {

  /** Wraps an explanation. */
  public static AnswerExplanation of(Explanation explanation) {
    return new AnswerExplanation(explanation, null);
  }

  /**
   * Says why there is none.
   *
   * @param reason a sentence
   */
  public static AnswerExplanation missing(String reason) {
    return new AnswerExplanation(null, reason);
  }
}
