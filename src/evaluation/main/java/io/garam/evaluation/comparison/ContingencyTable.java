package io.garam.evaluation.comparison;

/**
 * Contingency table of two models on the same utterances, in four fields: both right, the first
 * alone, the second alone, neither.
 */
final class ContingencyTable {

  private int bothRight;
  private int onlyFirst;
  private int onlySecond;
  private int bothWrong;

  void add(boolean firstRight, boolean secondRight) {
    if (firstRight && secondRight) {
      bothRight++;
    } else if (firstRight) {
      onlyFirst++;
    } else if (secondRight) {
      onlySecond++;
    } else {
      bothWrong++;
    }
  }

  int bothRight() {
    return bothRight;
  }

  int bothWrong() {
    return bothWrong;
  }

  /** Returns the two fields on which the models differ. */
  McNemar discordant() {
    return new McNemar(onlyFirst, onlySecond);
  }
}
