package io.garam.evaluation;

import java.util.Arrays;

/**
 * The area under the receiver operating characteristic by the ranks of Mann and Whitney, "On a Test
 * of Whether one of Two Random Variables is Stochastically Larger than the Other" (1947): U / (m n)
 * with U = |{(i, j) : x(i) > y(j)}| + |{(i, j) : x(i) = y(j)}| / 2.
 */
final class RankSum {

  private RankSum() {}

  /**
   * Returns the area, 0 to 1.
   *
   * @param greater the scores that ought to be greater, at least one
   * @param lesser the scores that ought to be lesser, at least one
   */
  static double auroc(double[] greater, double[] lesser) {
    double[] x = greater.clone();
    double[] y = lesser.clone();
    Arrays.sort(x);
    Arrays.sort(y);
    int below = 0;
    int upTo = 0;
    double u = 0;
    for (double score : x) {
      while (below < y.length && y[below] < score) {
        below++;
      }
      while (upTo < y.length && y[upTo] <= score) {
        upTo++;
      }
      u += (below + upTo) / 2.0;
    }
    return u / ((double) x.length * y.length);
  }
}
