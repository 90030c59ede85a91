package io.garam.training;

import io.garam.evaluation.Prediction;
import io.garam.evaluation.metrics.Evaluation;
import io.garam.nlu.Decision;
import io.garam.nlu.Intent;
import io.garam.training.corpus.Corpus;
import io.garam.training.corpus.LabelledUtterance;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model's predictions of a corpus beside its gold labels.
 *
 * @param decision how logits become an answer
 * @param unknownLabel what the corpus calls utterances with none of the intents; null for nothing
 */
record LabelledPredictions(Corpus corpus, Decision decision, @Nullable String unknownLabel) {

  /**
   * Evaluates the answers.
   *
   * @param logits of the corpus's utterances in order, {@code [utterances, labels]}
   */
  Evaluation evaluation(float[][] logits) {
    List<Prediction> predictions = new ArrayList<>();
    for (int i = 0; i < logits.length; i++) {
      LabelledUtterance utterance = corpus.utterances().get(i);
      float[] probabilities = decision.probabilities(logits[i]);
      int best = Decision.mostProbable(probabilities);
      String label = decision.labels().get(best);
      predictions.add(
          new Prediction(
              utterance.text(),
              utterance.label().equals(unknownLabel) ? Intent.UNKNOWN : utterance.label(),
              probabilities[best] >= decision.threshold() ? label : Intent.UNKNOWN,
              label,
              probabilities[best]));
    }
    return Evaluation.of(predictions);
  }
}
