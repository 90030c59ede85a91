package io.garam.benchmarks.accuracy;

import io.garam.benchmarks.accuracy.ComparedSystem.Answer;
import io.garam.benchmarks.accuracy.ComparedSystem.Answers;
import io.garam.evaluation.Prediction;
import io.garam.evaluation.metrics.Evaluation;
import io.garam.evaluation.metrics.OutOfScope;
import io.garam.nlu.GaramException;
import io.garam.nlu.Intent;
import io.garam.training.corpus.LabelledUtterance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Result of one trained model on one corpus, where it had to name an intent of every utterance.
 *
 * @param predictions for all utterances; the gold label of those out of scope is unknown
 * @param micros the processor time of an answer, in microseconds
 */
record RunResult(List<Prediction> predictions, double micros) {

  /**
   * Puts answers beside the labels that people gave.
   *
   * @param utterances in the order of the answers
   */
  static RunResult of(List<LabelledUtterance> utterances, Answers answered) {
    List<Answer> answers = answered.all();
    if (utterances.size() != answers.size()) {
      throw new GaramException(
          "Expected an answer for each of "
              + utterances.size()
              + " utterances, but found "
              + answers.size()
              + "; look for texts that are blank to this system.");
    }
    List<Prediction> predictions = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      String answer = answers.get(i).label();
      String label = utterances.get(i).label();
      String gold = label.equals(MeasuredCorpus.OUT_OF_SCOPE) ? Intent.UNKNOWN : label;
      predictions.add(
          new Prediction(
              utterances.get(i).text(), gold, answer, answer, answers.get(i).confidence()));
    }
    return new RunResult(predictions, answered.micros());
  }

  /** Returns the predictions for utterances that have an intent. */
  List<Prediction> inScope() {
    return predictions.stream().filter(prediction -> !prediction.isOutOfScope()).toList();
  }

  double accuracy() {
    return Evaluation.of(inScope()).accuracy();
  }

  double macroF1() {
    return Evaluation.of(inScope()).macroF1();
  }

  /** Returns how well confidence tells who is in scope; empty where all are. */
  Optional<Double> areaUnderRoc() {
    return Evaluation.of(predictions).outOfScope().map(OutOfScope::auroc);
  }
}
