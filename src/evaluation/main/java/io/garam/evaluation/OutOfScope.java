package io.garam.evaluation;

import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.inference.MannWhitneyUTest;

/**
 * How well utterances that have one of the model's intents are told from those that have none, in
 * the figures of Larson et al., "An Evaluation Dataset for Intent Classification and Out-of-Scope
 * Prediction" (2019), and one that asks for no threshold.
 *
 * @param count how many utterances are out of scope
 * @param inScopeAccuracy which share of the others gets its own label; to abstain is an error
 * @param unknownRecall which share of the utterances out of scope is called unknown
 * @param auroc the probability that an utterance in scope gets a greater confidence than one out of
 *     scope, where equal confidences count one half: the area under the receiver operating
 *     characteristic (Hanley and McNeil, "The Meaning and Use of the Area under a ROC Curve",
 *     1982). 0.5 is chance
 */
public record OutOfScope(int count, double inScopeAccuracy, double unknownRecall, double auroc) {

  /** Computes the figures; empty where the predictions are not of both kinds. */
  static Optional<OutOfScope> of(List<Prediction> predictions) {
    List<Prediction> foreign = predictions.stream().filter(Prediction::isOutOfScope).toList();
    List<Prediction> known = predictions.stream().filter(p -> !p.isOutOfScope()).toList();
    return foreign.isEmpty() || known.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new OutOfScope(
                foreign.size(),
                correct(known),
                correct(foreign),
                auroc(confidences(known), confidences(foreign))));
  }

  /** By the statistic of Mann and Whitney (1947), which counts pairs in order. */
  static double auroc(double[] known, double[] foreign) {
    double pairs = (double) known.length * foreign.length;
    return MannWhitneyUTest.withDefaults().statistic(known, foreign) / pairs;
  }

  private static double correct(List<Prediction> predictions) {
    return (double) predictions.stream().filter(Prediction::isCorrect).count() / predictions.size();
  }

  private static double[] confidences(List<Prediction> predictions) {
    return predictions.stream().mapToDouble(Prediction::confidence).toArray();
  }
}
