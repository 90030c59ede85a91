package io.garam.evaluation.metrics;

import io.garam.evaluation.Prediction;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Out-of-scope metrics: how well utterances that have one of the model's intents are told from
 * those that have none, in the figures of Larson et al., "An Evaluation Dataset for Intent
 * Classification and Out-of-Scope Prediction" (2019), and one that asks for no threshold.
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
    double[] outOfScope = confidences(predictions, Prediction::isOutOfScope);
    double[] known = confidences(predictions, prediction -> !prediction.isOutOfScope());
    return outOfScope.length == 0 || known.length == 0
        ? Optional.empty()
        : Optional.of(
            new OutOfScope(
                outOfScope.length,
                (double) correct(predictions, false) / known.length,
                (double) correct(predictions, true) / outOfScope.length,
                auroc(known, outOfScope)));
  }

  /**
   * By the statistic of Mann and Whitney (1947), which counts pairs in order. A library's keeps an
   * object for each value, which millions of utterances have no room for.
   */
  static double auroc(double[] known, double[] outOfScope) {
    double[] greater = sorted(known);
    double[] lesser = sorted(outOfScope);
    long halves = 0;
    int below = 0;
    int notAbove = 0;
    for (double confidence : greater) {
      while (below < lesser.length && lesser[below] < confidence) {
        below++;
      }
      while (notAbove < lesser.length && lesser[notAbove] <= confidence) {
        notAbove++;
      }
      halves += below + notAbove;
    }
    return halves / (2.0 * greater.length * lesser.length);
  }

  private static double[] sorted(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  private static long correct(List<Prediction> predictions, boolean outOfScope) {
    return predictions.stream()
        .filter(prediction -> prediction.isOutOfScope() == outOfScope && prediction.isCorrect())
        .count();
  }

  private static double[] confidences(List<Prediction> predictions, Predicate<Prediction> kind) {
    double[] confidences = new double[predictions.size()];
    int count = 0;
    for (Prediction prediction : predictions) {
      if (kind.test(prediction)) {
        confidences[count++] = prediction.confidence();
      }
    }
    return Arrays.copyOf(confidences, count);
  }
}
