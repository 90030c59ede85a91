package io.garam.evaluation.metrics;

/**
 * Precision, recall and F1 of one label: how well one label is told from the others. A ratio whose
 * denominator is 0 is 0, as scikit-learn has it by default.
 *
 * @param label the label
 * @param precision which share of the predictions of this label is right
 * @param recall which share of the utterances with this gold label is found
 * @param f1 the harmonic mean of precision and recall
 * @param support how many utterances have this gold label
 */
public record ClassScore(String label, double precision, double recall, double f1, int support) {

  /**
   * Computes the score of a label from counts of utterances.
   *
   * @param correct those with the label as gold and as prediction
   * @param predicted those with the label as prediction
   * @param support those with the label as gold
   */
  static ClassScore of(String label, int correct, int predicted, int support) {
    return new ClassScore(
        label,
        ratio(correct, predicted),
        ratio(correct, support),
        ratio(2.0 * correct, (double) predicted + support),
        support);
  }

  private static double ratio(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }
}
