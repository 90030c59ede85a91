package io.garam.training.packaging;

import io.garam.nlu.decision.Decision;
import io.garam.training.corpus.Corpus;
import io.garam.training.corpus.LabelledUtterance;
import io.garam.training.settings.OutOfScopeSettings;
import java.util.List;
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
   * Fits a decision.
   *
   * @param logits of the corpus's utterances in order, {@code [utterances, labels]}
   */
  public Decision fit(float[][] logits) {
    Calibration fit = TemperatureFit.fit(logits, gold());
    Decision always = new Decision(labels, fit.temperature(), fit.exponent(), NO_THRESHOLD);
    return new Decision(labels, fit.temperature(), fit.exponent(), threshold(always, logits));
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
