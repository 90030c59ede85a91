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
    Softmax softmax = softmax(logits);
    float[] probabilities = new float[logits.length];
    for (int i = 0; i < logits.length; i++) {
      probabilities[i] = softmax.probability(logits[i]);
    }
    return probabilities;
  }

  /** Returns what makes a probability of each of these logits. */
  Softmax softmax(float[] logits) {
    double max = Double.NEGATIVE_INFINITY;
    for (float logit : logits) {
      max = Math.max(max, logit);
    }
    double sum = 0;
    for (float logit : logits) {
      sum += exponential(max, logit);
    }
    return new Softmax(this, max, sum);
  }

  private double exponential(double max, float logit) {
    return Math.exp(-scaled(max, logit));
  }

  private double scaled(double max, float logit) {
    double below = exponent == 1 ? max - logit : Math.pow(max - logit, exponent);
    return below / temperature;
  }

  /** Returns ln(p / (1 − p)) of a label's calibrated probability p; of two labels or more. */
  double logOdds(float[] logits, int label) {
    double max = logits[Decision.mostProbable(logits)];
    double nearest = Double.POSITIVE_INFINITY;
    for (int other = 0; other < logits.length; other++) {
      nearest = other == label ? nearest : Math.min(nearest, scaled(max, logits[other]));
    }
    double sum = 0;
    for (int other = 0; other < logits.length; other++) {
      sum += other == label ? 0 : Math.exp(nearest - scaled(max, logits[other]));
    }
    return nearest - scaled(max, logits[label]) - Math.log(sum);
  }

  /**
   * Softmax over the logits of one utterance, of which mostly few probabilities are asked for.
   *
   * @param max the greatest logit
   * @param sum of the exponentials of all
   */
  record Softmax(Calibration calibration, double max, double sum) {

    /** Returns the probability of the label that has this logit. */
    float probability(float logit) {
      return (float) (calibration.exponential(max, logit) / sum);
    }
  }

  /** Returns the greatest of the calibrated probabilities. */
  double greatestProbability(float[] logits) {
    return 1 / softmax(logits).sum();
  }
}
