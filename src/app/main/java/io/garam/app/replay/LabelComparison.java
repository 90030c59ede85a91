package io.garam.app.replay;

import io.garam.app.explain.report.ChangePlaces;
import io.garam.app.replay.explained.AnswerPlace;
import io.garam.evaluation.comparison.Comparison;
import org.jspecify.annotations.Nullable;

/**
 * Comparison of a model's answers with other labels for the same utterances.
 *
 * @param source of the other labels
 * @param comparison adds them up
 * @param places of answers whose label is another
 */
record LabelComparison(
    Source source, Comparison.Builder comparison, ChangePlaces<AnswerPlace> places) {

  LabelComparison(Source source) {
    this(source, new Comparison.Builder(), new ChangePlaces<>());
  }

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
      String label = answer.intent().label();
      comparison.add(answer.quoted(), gold, says, label);
      if (!says.equals(label)) {
        places.add(says, label, answer.place());
      }
    }
  }

  /** Returns what was added up so far. */
  Comparison build() {
    return comparison.build();
  }
}
