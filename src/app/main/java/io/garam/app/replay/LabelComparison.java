package io.garam.app.replay;

import io.garam.evaluation.comparison.Comparison;
import org.jspecify.annotations.Nullable;

/**
 * Comparison of a model's answers with other labels for the same utterances.
 *
 * @param source of the other labels
 * @param comparison adds them up
 */
record LabelComparison(Source source, Comparison.Builder comparison) {

  /** A source of labels. */
  @FunctionalInterface
  interface Source {

    /** Returns the label of the same utterance, null where there is none. */
    @Nullable String of(Answer answer);
  }

  /**
   * Adds an answer, where the source says anything of its utterance.
   *
   * @param gold the label that people gave, null where nobody gave one
   */
  void add(Answer answer, @Nullable String gold) {
    String says = source.of(answer);
    if (says != null) {
      comparison.add(answer.quoted(), gold, says, answer.intent().label());
    }
  }
}
