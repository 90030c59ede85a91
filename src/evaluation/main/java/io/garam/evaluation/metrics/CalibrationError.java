package io.garam.evaluation.metrics;

import io.garam.evaluation.Prediction;
import java.util.List;
import java.util.stream.IntStream;

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
    List<ReliabilityBin> bins = bins(predictions);
    int claims = bins.stream().mapToInt(ReliabilityBin::count).sum();
    double distance = bins.stream().mapToDouble(ReliabilityBin::distance).sum();
    return claims == 0 ? 0 : distance / claims;
  }

  /**
   * Returns the error over as many bins of equally many predictions each; those of equal confidence
   * stay together, so that the order of the predictions plays no part.
   */
  static double adaptive(List<Prediction> predictions) {
    RankedAnswers claims =
        RankedAnswers.of(
            predictions, prediction -> !prediction.isAbstention(), Prediction::isCorrect);
    double distance = 0;
    int from = 0;
    for (int bin = 1; bin <= BINS; bin++) {
      int to = Math.max(from, (int) Math.round((double) bin * claims.size() / BINS));
      while (to > from && to < claims.size() && claims.isTied(to - 1)) {
        to++;
      }
      distance += claims.distance(from, to);
      from = to;
    }
    return claims.size() == 0 ? 0 : distance / claims.size();
  }

  /** Returns all bins, empty ones too, in the order of confidence. */
  static List<ReliabilityBin> bins(List<Prediction> predictions) {
    int[] count = new int[BINS];
    int[] correct = new int[BINS];
    double[] confidence = new double[BINS];
    for (Prediction prediction : predictions) {
      if (prediction.isAbstention()) {
        continue;
      }
      int bin = Math.max(0, (int) Math.ceil(prediction.confidence() * BINS) - 1);
      count[bin]++;
      correct[bin] += prediction.isCorrect() ? 1 : 0;
      confidence[bin] += prediction.confidence();
    }
    return IntStream.range(0, BINS)
        .mapToObj(
            bin ->
                new ReliabilityBin(
                    (double) bin / BINS,
                    (bin + 1.0) / BINS,
                    count[bin],
                    confidence[bin] / Math.max(1, count[bin]),
                    (double) correct[bin] / Math.max(1, count[bin])))
        .toList();
  }
}
