package io.garam.training.packaging;

import io.garam.nlu.decision.Decision;
import io.garam.training.corpus.Corpus;
import io.garam.training.corpus.LabelledUtterance;
import io.garam.training.settings.OutOfScopeSettings;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Fit of the decision rule: fits how logits become an answer: the temperature, the exponent and the
 * threshold.
 *
 * @param valid the corpus that they are fitted on
 * @param labels in the order of the logits
 * @param outOfScope whether a threshold is given, or wanted
 */
public record DecisionFit(Corpus valid, List<String> labels, OutOfScopeSettings outOfScope) {

  /** The threshold of a model that always answers. */
  public static final double NO_THRESHOLD = 0;

  /**
   * Fits temperature and exponent; the threshold is none.
   *
   * @param logits of the corpus's utterances in order, {@code [utterances, labels]}
   * @param counts which utterances the fit is on, by their place in the corpus
   */
  public Decision calibrate(float[][] logits, IntPredicate counts) {
    int[] gold = gold();
    Calibration fit =
        TemperatureFit.fit(
            logits,
            IntStream.range(0, gold.length).map(i -> counts.test(i) ? gold[i] : -1).toArray());
    return new Decision(labels, fit.temperature(), fit.exponent(), NO_THRESHOLD);
  }

  /**
   * Fits the threshold of a decision.
   *
   * @param logits as above
   */
  public Decision withThreshold(Decision decision, float[][] logits) {
    return new Decision(
        labels, decision.temperature(), decision.exponent(), threshold(decision, logits));
  }

  private int[] gold() {
    return valid.utterances().stream()
        .map(LabelledUtterance::label)
        .mapToInt(labels::indexOf)
        .toArray();
  }

  private double threshold(Decision decision, float[][] logits) {
    if (outOfScope.threshold() != null) {
      return outOfScope.threshold();
    }
    if (outOfScope.unknownLabel() == null) {
      return NO_THRESHOLD;
    }
    int[] gold = gold();
    return ThresholdFit.fit(
        IntStream.range(0, logits.length)
            .filter(i -> Decision.mostProbable(logits[i]) == gold[i])
            .mapToDouble(i -> decision.probabilities(logits[i])[gold[i]])
            .toArray());
  }
}
