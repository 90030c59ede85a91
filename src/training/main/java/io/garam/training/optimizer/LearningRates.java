package io.garam.training.optimizer;

/**
 * Learning rates of one step.
 *
 * @param dense of the recurrent layers and the outputs
 * @param embedding of the tables, which are touched row by row and so want larger steps
 */
public record LearningRates(double dense, double embedding) {

  /** Returns the same share of both, as the schedule has it. */
  public LearningRates times(double share) {
    return new LearningRates(dense * share, embedding * share);
  }
}
