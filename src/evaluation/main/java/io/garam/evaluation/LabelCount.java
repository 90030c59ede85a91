package io.garam.evaluation;

/** Counts how often a label is given, and adds up how sure the model is of it. */
final class LabelCount {

  private final String label;
  private int count;
  private double confidence;

  LabelCount(String label) {
    this.label = label;
  }

  void add(double confidenceOfOne) {
    count++;
    confidence += confidenceOfOne;
  }

  /**
   * Returns the label's share.
   *
   * @param all how many utterances there are of all labels
   */
  LabelShare share(int all) {
    return new LabelShare(label, count, (double) count / all, confidence / count);
  }
}
