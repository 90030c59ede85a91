package io.garam.evaluation.metrics;

/**
 * Point of a risk-coverage curve: what a model does with one threshold.
 *
 * @param threshold the lowest confidence that is answered
 * @param coverage which share of all utterances is answered
 * @param accuracy which share of the answers is right
 */
public record CoveragePoint(double threshold, double coverage, double accuracy) {

  /** Returns which share of the answers is wrong. */
  public double risk() {
    return 1 - accuracy;
  }
}
