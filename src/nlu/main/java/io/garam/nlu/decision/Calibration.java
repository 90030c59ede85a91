package io.garam.nlu.decision;

/**
 * Calibration of logits: the probabilities are {@code softmax(-d^exponent / temperature)}, where d
 * is how far a logit is below the greatest. With an exponent of 1 that is the temperature scaling
 * of Guo et al. 2017, "On Calibration of Modern Neural Networks", else one of the order-preserving
 * maps of Rahimi et al. 2020, "Intra order-preserving functions for calibration of multi-class
 * neural networks". The most probable label is always that of the greatest logit.
 *
 * @param temperature above 0; the higher, the less sure
 * @param exponent above 0; above 1 it makes sure answers surer and doubtful ones more doubtful
 */
record Calibration(double temperature, double exponent) {

  Calibration {
    if (!(temperature > 0)) {
      throw new IllegalArgumentException("the temperature must be positive, but is " + temperature);
    }
    if (!(exponent > 0)) {
      throw new IllegalArgumentException("the exponent must be positive, but is " + exponent);
    }
  }

  /** Returns the calibrated probability of each label. */
  float[] probabilities(float[] logits) {
    double max = Double.NEGATIVE_INFINITY;
    for (float logit : logits) {
      max = Math.max(max, logit);
    }
    double[] exponentials = new double[logits.length];
    double sum = 0;
    for (int i = 0; i < logits.length; i++) {
      double below = exponent == 1 ? max - logits[i] : Math.pow(max - logits[i], exponent);
      exponentials[i] = Math.exp(-below / temperature);
      sum += exponentials[i];
    }
    float[] probabilities = new float[logits.length];
    for (int i = 0; i < logits.length; i++) {
      probabilities[i] = (float) (exponentials[i] / sum);
    }
    return probabilities;
  }
}
