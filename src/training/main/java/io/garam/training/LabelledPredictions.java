package io.garam.training;

import io.garam.evaluation.Prediction;
import io.garam.evaluation.metrics.Evaluation;
import io.garam.nlu.Intent;
import io.garam.nlu.Thresholds;
import io.garam.nlu.Utterance;
import io.garam.nlu.decision.Decision;
import io.garam.nlu.onnx.OnnxClassifier;
import io.garam.nlu.onnx.StepTracker;
import io.garam.training.corpus.Corpus;
import io.garam.training.corpus.LabelledUtterance;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A model's predictions of a corpus beside its gold labels.
 *
 * @param corpus that is predicted
 * @param decision how logits become an answer
 * @param thresholds below which the answer is unknown
 * @param unknownLabel what the corpus calls utterances with none of the intents; null for nothing
 */
public record LabelledPredictions(
    Corpus corpus, Decision decision, Thresholds thresholds, @Nullable String unknownLabel) {

  /** Enough to sort by length well, few enough for progress to move. */
  private static final int BATCH = 4_096;

  /**
   * Lets a model classify a corpus, dialogues from their beginning on.
   *
   * @param progress is told after each batch how many utterances it had
   * @return a prediction for each utterance, in the order of the corpus
   */
  public static List<Prediction> of(
      OnnxClassifier classifier, Corpus corpus, IntConsumer progress) {
    LabelledPredictions labelled =
        new LabelledPredictions(
            corpus,
            classifier.spec().decision(),
            classifier.thresholds(),
            classifier.spec().unknownLabel());
    StepTracker tracker = new StepTracker(classifier);
    List<Utterance> said = corpus.said();
    List<Prediction> predictions = new ArrayList<>(said.size());
    for (int start = 0; start < said.size(); start += BATCH) {
      List<Utterance> batch = said.subList(start, Math.min(start + BATCH, said.size()));
      for (float[] logits : tracker.logits(batch)) {
        predictions.add(labelled.prediction(predictions.size(), logits));
      }
      progress.accept(batch.size());
    }
    return predictions;
  }

  /**
   * Evaluates the answers.
   *
   * @param logits of the corpus's utterances in order, {@code [utterances, labels]}
   */
  Evaluation evaluation(float[][] logits) {
    List<Prediction> predictions = new ArrayList<>(logits.length);
    for (int i = 0; i < logits.length; i++) {
      predictions.add(prediction(i, logits[i]));
    }
    return Evaluation.of(predictions);
  }

  private Prediction prediction(int index, float[] logits) {
    LabelledUtterance utterance = corpus.utterances().get(index);
    float[] probabilities = decision.probabilities(logits);
    int best = Decision.mostProbable(probabilities);
    String label = decision.labels().get(best);
    return new Prediction(
        utterance.text(),
        utterance.label().equals(unknownLabel) ? Intent.UNKNOWN : utterance.label(),
        decision.isKnown(label, probabilities[best], thresholds) ? label : Intent.UNKNOWN,
        label,
        probabilities[best]);
  }
}
