package io.garam.evaluation.metrics;

/**
 * Reliability bin: the predictions whose confidence lies in one interval: a point of a reliability
 * diagram (Guo et al., "On Calibration of Modern Neural Networks", 2017, section 2).
 *
 * @param from the lower end of the interval, exclusive, save that 0 is in the first one
 * @param to the upper end, inclusive
 * @param count how many predictions
 * @param confidence their mean confidence; 0 where there are none
 * @param accuracy which share of them is right; 0 where there are none
 */
public record ReliabilityBin(
    double from, double to, int count, double confidence, double accuracy) {

  /** Returns the distance between confidence and accuracy, once for each prediction. */
  double distance() {
    return count * Math.abs(accuracy - confidence);
  }
}
