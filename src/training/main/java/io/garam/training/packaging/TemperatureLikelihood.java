package io.garam.training.packaging;

/**
 * Likelihood of the true labels by the temperature. Of n utterances, a further 1/(n + 2) is counted
 * as of any label, as Platt (1999) does: else a model without a single error on a small corpus
 * would be made certain.
 *
 * @param powers how far each logit is below the greatest, raised to the exponent, {@code
 *     [utterances, labels]}
 * @param labels the true label of each utterance
 */
record TemperatureLikelihood(double[][] powers, int[] labels) {

  /** Returns the negative log-likelihood, in nats. */
  double negativeLog(double temperature) {
    double doubt = 1.0 / (powers.length + 2);
    double total = 0;
    for (int i = 0; i < powers.length; i++) {
      double[] row = powers[i];
      double expected = (1 - doubt) * row[labels[i]] + doubt * mean(row);
      total += logOfSum(row, temperature) + expected / temperature;
    }
    return total;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /** Returns log Σ exp(-power / temperature); the least power is 0, so that nothing overflows. */
  private static double logOfSum(double[] powers, double temperature) {
    double sum = 0;
    for (double power : powers) {
      sum += Math.exp(-power / temperature);
    }
    return Math.log(sum);
  }
}
