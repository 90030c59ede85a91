package io.garam.evaluation;

import io.garam.nlu.Intent;
import java.util.List;

/**
 * How far a model's confidence is from its accuracy: the expected calibration error of Guo et al.,
 * "On Calibration of Modern Neural Networks" (2017), over {@value #BINS} bins of equal width, each
 * with its upper edge. It is the mean distance between accuracy and mean confidence of the bins,
 * weighted by how many predictions are in each.
 *
 * <p>Where the model abstained, its confidence speaks of a label that it did not give, so those
 * predictions are left out.
 */
final class CalibrationError {

  static final int BINS = 15;

  private CalibrationError() {}

  /** Returns the error, 0 to 1; 0 where the model abstained throughout. */
  static double of(List<Prediction> predictions) {
    int[] correct = new int[BINS];
    double[] confidence = new double[BINS];
    int claims = 0;
    for (Prediction prediction : predictions) {
      if (prediction.predicted().equals(Intent.UNKNOWN)) {
        continue;
      }
      int bin = Math.max(0, (int) Math.ceil(prediction.confidence() * BINS) - 1);
      correct[bin] += prediction.isCorrect() ? 1 : 0;
      confidence[bin] += prediction.confidence();
      claims++;
    }
    double distance = 0;
    for (int bin = 0; bin < BINS; bin++) {
      distance += Math.abs(correct[bin] - confidence[bin]);
    }
    return claims == 0 ? 0 : distance / claims;
  }
}
