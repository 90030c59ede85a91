package io.garam.benchmarks.accuracy;

import io.garam.benchmarks.accuracy.Contender.Answer;
import io.garam.evaluation.Evaluation;
import io.garam.evaluation.Prediction;
import io.garam.nlu.GaramException;
import io.garam.training.corpus.LabelledUtterance;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.statistics.inference.MannWhitneyUTest;

/**
 * How one model did on one corpus.
 *
 * @param inScope its predictions for the utterances that have an intent
 * @param outOfScope its confidences in what it said of the others
 */
record Measurement(List<Prediction> inScope, double[] outOfScope) {

  /**
   * Puts answers beside the labels that people gave.
   *
   * @param utterances in the order of the answers
   */
  static Measurement of(List<LabelledUtterance> utterances, List<Answer> answers) {
    if (utterances.size() != answers.size()) {
      throw new GaramException(
          "Expected an answer for each of "
              + utterances.size()
              + " utterances, but found "
              + answers.size()
              + "; look for texts that are blank to this system.");
    }
    List<Prediction> inScope = new ArrayList<>();
    List<Double> outOfScope = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      Answer answer = answers.get(i);
      String gold = utterances.get(i).label();
      if (gold.equals(MeasuredCorpus.OUT_OF_SCOPE)) {
        outOfScope.add(answer.confidence());
      } else {
        inScope.add(new Prediction(gold, answer.label(), answer.confidence()));
      }
    }
    return new Measurement(inScope, outOfScope.stream().mapToDouble(Double::doubleValue).toArray());
  }

  double accuracy() {
    return Evaluation.of(inScope).accuracy();
  }

  double macroF1() {
    return Evaluation.of(inScope).macroF1();
  }

  /**
   * Returns how likely an utterance in scope gets a higher confidence than one out of scope, ties
   * counting half: the area under the ROC curve, which is the Mann-Whitney statistic over the
   * number of pairs. Empty where all are in scope.
   */
  OptionalDouble areaUnderRoc() {
    if (outOfScope.length == 0) {
      return OptionalDouble.empty();
    }
    double[] confidences = inScope.stream().mapToDouble(Prediction::confidence).toArray();
    double wins = MannWhitneyUTest.withDefaults().statistic(confidences, outOfScope);
    return OptionalDouble.of(wins / ((double) confidences.length * outOfScope.length));
  }
}
