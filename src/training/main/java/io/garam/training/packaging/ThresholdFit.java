package io.garam.training.packaging;

import java.util.Arrays;

/**
 * Fit of the threshold: finds the confidence below which a model had better say that it does not
 * know: the greatest that takes back at most one in two hundred of the answers that were right.
 * What it turns away beside those, wrong answers and utterances with none of the intents, is
 * gained.
 */
public final class ThresholdFit {

  /** On CLINC150 this turns away two thirds of what is out of scope; docs/training.md has more. */
  private static final double LOST = 0.005;

  private ThresholdFit() {}

  /**
   * Fits the threshold, 0 to 1; 0 where no answer was right.
   *
   * @param confidences the calibrated probabilities of the answers that were right
   */
  public static double fit(double[] confidences) {
    double[] ascending = confidences.clone();
    Arrays.sort(ascending);
    return ascending.length == 0 ? 0 : ascending[(int) (LOST * ascending.length)];
  }
}
