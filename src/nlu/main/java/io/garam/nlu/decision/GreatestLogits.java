package io.garam.nlu.decision;

/**
 * Partial selection: finds the labels of the few greatest logits without sorting all. Of equal ones
 * the first label comes first, and what is not a number comes last, as in a stable sort.
 */
final class GreatestLogits {

  private GreatestLogits() {}

  /**
   * Returns the labels of the greatest logits, greatest first.
   *
   * @param most how many to return where there are as many
   */
  static int[] of(float[] logits, int most) {
    int[] greatest = new int[Math.min(most, logits.length)];
    int found = 0;
    for (int label = 0; label < logits.length; label++) {
      int rank = found;
      while (rank > 0 && isBefore(logits[label], logits[greatest[rank - 1]])) {
        rank--;
      }
      if (rank == greatest.length) {
        continue;
      }
      found = Math.min(found + 1, greatest.length);
      System.arraycopy(greatest, rank, greatest, rank + 1, found - rank - 1);
      greatest[rank] = label;
    }
    return greatest;
  }

  private static boolean isBefore(float logit, float other) {
    return logit > other || (Float.isNaN(other) && !Float.isNaN(logit));
  }
}
