package io.garam.training.release;

import java.util.function.DoubleUnaryOperator;

/**
 * Finds the temperature with which a model's confidence matches its accuracy: that of the least
 * negative log-likelihood on utterances it did not learn (Guo et al. 2017, "On Calibration of
 * Modern Neural Networks"). Of n utterances, a further 1/(n + 2) is counted as of any label, as
 * Platt (1999) does: else a model without a single error on a small corpus would be made certain.
 */
public final class TemperatureFit {

  private static final double LOWEST = 0.05;
  private static final double HIGHEST = 20;
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
  private static final double PRECISION = 1e-6;

  private TemperatureFit() {}

  /**
   * Fits the temperature, from 0.05 to 20.
   *
   * @param logits {@code [utterances, labels]}
   * @param labels the true label of each utterance; a negative one leaves the utterance out
   */
  public static double fit(float[][] logits, int[] labels) {
    return Math.exp(
        minimum(
            logTemperature -> negativeLogLikelihood(logits, labels, Math.exp(logTemperature)),
            Math.log(LOWEST),
            Math.log(HIGHEST)));
  }

  /** Golden-section search (Kiefer 1953); the likelihood has one maximum in the temperature. */
  private static double minimum(DoubleUnaryOperator function, double from, double to) {
    double low = from;
    double high = to;
    while (high - low > PRECISION) {
      double left = high - GOLDEN * (high - low);
      double right = low + GOLDEN * (high - low);
      if (function.applyAsDouble(left) <= function.applyAsDouble(right)) {
        high = right;
      } else {
        low = left;
      }
    }
    return (low + high) / 2;
  }

  private static double negativeLogLikelihood(float[][] logits, int[] labels, double temperature) {
    double doubt = 1.0 / (logits.length + 2);
    double total = 0;
    for (int i = 0; i < logits.length; i++) {
      if (labels[i] >= 0) {
        total +=
            logOfSum(logits[i], temperature)
                - (1 - doubt) * logits[i][labels[i]] / temperature
                - doubt * mean(logits[i]) / temperature;
      }
    }
    return total;
  }

  /** Returns log Σ exp(logit / temperature), computed so that nothing overflows. */
  private static double logOfSum(float[] logits, double temperature) {
    double max = Double.NEGATIVE_INFINITY;
    for (float logit : logits) {
      max = Math.max(max, logit);
    }
    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp((logit - max) / temperature);
    }
    return Math.log(sum) + max / temperature;
  }

  private static double mean(float[] logits) {
    double sum = 0;
    for (float logit : logits) {
      sum += logit;
    }
    return sum / logits.length;
  }
}
