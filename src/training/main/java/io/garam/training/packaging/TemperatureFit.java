package io.garam.training.packaging;

import io.garam.nlu.decision.Decision;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Temperature scaling: finds the temperature with which a model's confidence matches its accuracy:
 * that of the least negative log-likelihood on utterances it did not learn (Guo and others 2017,
 * "On Calibration of Modern Neural Networks"). Where one temperature for sure and doubtful answers
 * alike is not enough, it finds the exponent of {@link Decision} too.
 */
public final class TemperatureFit {

  private static final double LOWEST = 0.05;
  private static final double HIGHEST = 20;
  private static final double LEAST_EXPONENT = 0.5;
  private static final double GREATEST_EXPONENT = 3;

  private static final GoldenSectionSearch TEMPERATURES = new GoldenSectionSearch(1e-6);

  /** Of the logarithm of the exponent: a per mille of it moves no confidence by as much. */
  private static final GoldenSectionSearch EXPONENTS = new GoldenSectionSearch(1e-3);

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
    TemperatureLikelihood plain = likelihood(1);
    double temperature = temperature(plain);
    double exponent =
        Math.exp(
            EXPONENTS.minimum(
                log -> {
                  TemperatureLikelihood likelihood = likelihood(Math.exp(log));
                  return likelihood.negativeLog(temperature(likelihood));
                },
                Math.log(LEAST_EXPONENT),
                Math.log(GREATEST_EXPONENT)));
    TemperatureLikelihood ofPowers = likelihood(exponent);
    double temperatureOfPowers = temperature(ofPowers);
    double gain = plain.negativeLog(temperature) - ofPowers.negativeLog(temperatureOfPowers);
    return 2 * gain > BEYOND_CHANCE
        ? new Calibration(temperatureOfPowers, exponent)
        : new Calibration(temperature, 1);
  }

  /** The likelihood has one maximum in the temperature. */
  private static double temperature(TemperatureLikelihood likelihood) {
    return Math.exp(
        TEMPERATURES.minimum(
            log -> likelihood.negativeLog(Math.exp(log)), Math.log(LOWEST), Math.log(HIGHEST)));
  }

  private TemperatureLikelihood likelihood(double exponent) {
    return new TemperatureLikelihood(
        Arrays.stream(gaps)
            .map(row -> Arrays.stream(row).map(gap -> Math.pow(gap, exponent)).toArray())
            .toArray(double[][]::new),
        labels);
  }

  /** Returns how far each logit is below the greatest. */
  private static double[] gaps(float[] logits) {
    float greatest = logits[Decision.mostProbable(logits)];
    return IntStream.range(0, logits.length)
        .mapToDouble(label -> (double) greatest - logits[label])
        .toArray();
  }
}
