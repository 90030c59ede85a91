package io.garam.training.packaging;

import io.garam.nlu.decision.Decision;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * Temperature scaling: finds the temperature with which a model's confidence matches its accuracy:
 * that of the least negative log-likelihood on utterances it did not learn (Guo and others 2017,
 * "On Calibration of Modern Neural Networks"). Where one temperature for sure and doubtful answers
 * alike is not enough, it finds the exponent of {@link Decision} too. Of n utterances, a further
 * 1/(n + 2) is counted as of any label, as Platt (1999) does: else a model without a single error
 * on a small corpus would be made certain.
 */
public final class TemperatureFit {

  private static final double LOWEST = 0.05;
  private static final double HIGHEST = 20;
  private static final double LEAST_EXPONENT = 0.5;
  private static final double GREATEST_EXPONENT = 3;
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
  private static final double PRECISION = 1e-6;

  /** Of the logarithm of the exponent: a per mille of it moves no confidence by as much. */
  private static final double PRECISION_OF_EXPONENT = 1e-3;

  /**
   * The exponent has to earn its keep: twice the gain in log-likelihood that chance alone exceeds
   * in one of a hundred cases (Wilks 1938, the likelihood ratio's chi-squared distribution).
   */
  private static final double BEYOND_CHANCE = 6.635;

  private final double[][] gaps;
  private final int[] labels;

  private TemperatureFit(double[][] gaps, int[] labels) {
    this.gaps = gaps;
    this.labels = labels;
  }

  /**
   * What was found.
   *
   * @param temperature as in {@link Decision}
   * @param exponent likewise; 1 where one temperature is enough
   */
  public record Calibration(double temperature, double exponent) {}

  /**
   * Fits the temperature, from 0.05 to 20, and the exponent, from 0.5 to 3.
   *
   * @param logits {@code [utterances, labels]}
   * @param labels the true label of each utterance; a negative one leaves the utterance out. Where
   *     none is left, the temperature is 1
   */
  public static Calibration fit(float[][] logits, int[] labels) {
    int[] known = IntStream.range(0, labels.length).filter(i -> labels[i] >= 0).toArray();
    return new TemperatureFit(
            IntStream.of(known).mapToObj(i -> gaps(logits[i])).toArray(double[][]::new),
            IntStream.of(known).map(i -> labels[i]).toArray())
        .fit();
  }

  private Calibration fit() {
    if (labels.length == 0) {
      return new Calibration(1, 1);
    }
    double[][] plain = powers(1);
    double temperature = temperature(plain);
    double exponent =
        Math.exp(
            minimum(
                log -> {
                  double[][] powers = powers(Math.exp(log));
                  return negativeLogLikelihood(powers, temperature(powers));
                },
                Math.log(LEAST_EXPONENT),
                Math.log(GREATEST_EXPONENT),
                PRECISION_OF_EXPONENT));
    double[][] powers = powers(exponent);
    double temperatureOfPowers = temperature(powers);
    double gain =
        negativeLogLikelihood(plain, temperature)
            - negativeLogLikelihood(powers, temperatureOfPowers);
    return 2 * gain > BEYOND_CHANCE
        ? new Calibration(temperatureOfPowers, exponent)
        : new Calibration(temperature, 1);
  }

  private double temperature(double[][] powers) {
    return Math.exp(
        minimum(
            log -> negativeLogLikelihood(powers, Math.exp(log)),
            Math.log(LOWEST),
            Math.log(HIGHEST),
            PRECISION));
  }

  /** Golden-section search (Kiefer 1953); the likelihood has one maximum in the temperature. */
  private static double minimum(
      DoubleUnaryOperator function, double from, double to, double precision) {
    double low = from;
    double high = to;
    double left = high - GOLDEN * (high - low);
    double right = low + GOLDEN * (high - low);
    double atLeft = function.applyAsDouble(left);
    double atRight = function.applyAsDouble(right);
    while (high - low > precision) {
      if (atLeft <= atRight) {
        high = right;
        right = left;
        atRight = atLeft;
        left = high - GOLDEN * (high - low);
        atLeft = function.applyAsDouble(left);
      } else {
        low = left;
        left = right;
        atLeft = atRight;
        right = low + GOLDEN * (high - low);
        atRight = function.applyAsDouble(right);
      }
    }
    return (low + high) / 2;
  }

  /** Returns how far each logit is below the greatest. */
  private static double[] gaps(float[] logits) {
    float greatest = logits[Decision.mostProbable(logits)];
    return IntStream.range(0, logits.length)
        .mapToDouble(label -> (double) greatest - logits[label])
        .toArray();
  }

  private double[][] powers(double exponent) {
    return Arrays.stream(gaps)
        .map(row -> Arrays.stream(row).map(gap -> Math.pow(gap, exponent)).toArray())
        .toArray(double[][]::new);
  }

  private double negativeLogLikelihood(double[][] powers, double temperature) {
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
