package io.garam.nlu.decision;

import org.jspecify.annotations.Nullable;

/**
 * Cascade: the rule by which the answer of a model's first stage, its words, stands, so that the
 * second stage, its characters, is computed for the utterances alone that the first leaves in doubt
 * (Viola and Jones 2001, "Rapid object detection using a boosted cascade of simple features"). An
 * answer is in doubt too where it would be unknown: the first stage never says that.
 *
 * @param temperature of the first stage's logits by themselves, see {@link Decision}
 * @param exponent of the first stage's logits by themselves
 * @param threshold the calibrated probability from which the first stage's answer stands
 */
public record Cascade(double temperature, double exponent, double threshold) {

  public Cascade {
    new Calibration(temperature, exponent);
  }

  /**
   * Returns the first stage's answer where it stands: logits of which the decision makes the first
   * stage's own probabilities. Null where the utterance is in doubt.
   *
   * @param logits of the first stage
   * @param decision of the whole model, whose own threshold counts: those that are given instead
   *     say what is unknown, and change no probability
   */
  public float @Nullable [] answer(float[] logits, Decision decision) {
    int best = Decision.mostProbable(logits);
    double confidence = new Calibration(temperature, exponent).greatestProbability(logits);
    return confidence >= Math.max(threshold, decision.threshold())
        ? rescaled(logits, logits[best], decision)
        : null;
  }

  /** Solves {@code d'^e' / t' = d^e / t} for each d, how far a logit is below the greatest. */
  private float[] rescaled(float[] logits, float greatest, Decision decision) {
    double scale = decision.temperature() / temperature;
    float[] rescaled = new float[logits.length];
    for (int label = 0; label < logits.length; label++) {
      double below = scale * power((double) greatest - logits[label], exponent);
      rescaled[label] = (float) -power(below, 1 / decision.exponent());
    }
    return rescaled;
  }

  private static double power(double base, double exponent) {
    return exponent == 1 ? base : Math.pow(base, exponent);
  }
}
