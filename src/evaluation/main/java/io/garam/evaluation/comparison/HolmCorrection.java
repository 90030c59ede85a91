package io.garam.evaluation.comparison;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Holm correction: what is left of the p of several tests that are read together: among twenty
 * tests of models that are equally good, one shows a p below 0.05 by chance. Holm's step-down
 * method (Holm 1979, "A simple sequentially rejective multiple test procedure") keeps the
 * probability of any such mistake among all of them below the level that the corrected p is held
 * against, whatever the tests have to do with each other.
 */
public final class HolmCorrection {

  private HolmCorrection() {}

  /**
   * Returns the corrected p of each test, in the order given: with m tests, the k-th smallest p, k
   * from 1, times m - k + 1, at least that of the smaller ones and at most 1.
   *
   * @param p of all tests that are read together, each 0 to 1
   */
  public static List<Double> of(List<Double> p) {
    List<Integer> ascending =
        IntStream.range(0, p.size()).boxed().sorted(Comparator.comparing(p::get)).toList();
    double[] corrected = new double[p.size()];
    double greatest = 0;
    for (int k = 0; k < corrected.length; k++) {
      int test = ascending.get(k);
      greatest = Math.max(greatest, Math.min(1, (corrected.length - k) * p.get(test)));
      corrected[test] = greatest;
    }
    return IntStream.range(0, corrected.length).mapToObj(test -> corrected[test]).toList();
  }
}
