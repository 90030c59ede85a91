package io.garam.nlu.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * Nearest name by edit distance: which of the names that there are somebody meant who misspelt one.
 */
public final class Nearest {

  private static final int LETTERS_FOR_A_SLIP = 3;

  private Nearest() {}

  /**
   * Returns the name nearest to a misspelt one, if at most every third letter is a slip: one left
   * out, one too many, another in its place, or two in the wrong order.
   */
  public static Optional<String> to(String misspelt, Collection<String> names) {
    record Candidate(String name, int distance) {}
    return names.stream()
        .map(name -> new Candidate(name, distance(misspelt, name)))
        .filter(candidate -> candidate.distance() * LETTERS_FOR_A_SLIP <= misspelt.length())
        .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
        .map(Candidate::name);
  }

  /**
   * Returns how many slips turn one name into another: the optimal string alignment distance
   * (Damerau 1964; Levenshtein 1966), in which no part is changed twice.
   */
  public static int distance(String one, String other) {
    int[] beforeLast = new int[other.length() + 1];
    int[] last = new int[other.length() + 1];
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] oldest = beforeLast;
      beforeLast = last;
      last = row;
      row = oldest;
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + replaced);
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
    }
    return row[other.length()];
  }
}
