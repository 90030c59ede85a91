package io.garam.nlu.encoding;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Maps a token to rows of the subword table: one row for each n-gram of the characters of {@code
 * <token>}, and, where the token has Hangul syllables, for each n-gram of its jamo (the letters
 * that a syllable is made of), chosen by hashing. Korean endings change inside a syllable, so jamo
 * see what syllables hide. Row 0 is padding; n-grams take rows 1 to {@code buckets}.
 *
 * @param characters which n-grams of characters are taken
 * @param jamo which n-grams of jamo are taken
 * @param buckets how many rows there are to hash into
 */
public record Subwords(Lengths characters, Lengths jamo, int buckets) {

  /** Code points of a token that take part; what follows in an over-long token is ignored. */
  private static final int MAX_CODE_POINTS = 40;

  public Subwords {
    if (buckets < 1) {
      throw new IllegalArgumentException("buckets must be positive, but are " + buckets);
    }
  }

  /**
   * The lengths of n-grams.
   *
   * @param min the shortest, at least 1
   * @param max the longest; 0 for no n-grams at all
   */
  public record Lengths(int min, int max) {

    /** No n-grams. */
    public static final Lengths NONE = new Lengths(1, 0);

    public Lengths {
      if (min < 1 || max < 0 || (max > 0 && max < min)) {
        throw new IllegalArgumentException(
            "n-gram lengths must satisfy 1 <= min <= max, or max = 0 for none, but are min "
                + min
                + " and max "
                + max);
      }
    }
  }

  /** Returns the rows of a token's n-grams, in order, repeats included; possibly none. */
  public int[] rows(String token) {
    int[] letters = token.codePoints().limit(MAX_CODE_POINTS).toArray();
    int[] rows = rows(letters, characters);
    if (jamo.max() == 0 || Arrays.stream(letters).noneMatch(Jamo::isSyllable)) {
      return rows;
    }
    int[] decomposed = Arrays.stream(letters).flatMap(Jamo::decompose).toArray();
    return IntStream.concat(Arrays.stream(rows), Arrays.stream(rows(decomposed, jamo))).toArray();
  }

  private int[] rows(int[] letters, Lengths lengths) {
    int[] marked = new int[letters.length + 2];
    marked[0] = '<';
    System.arraycopy(letters, 0, marked, 1, letters.length);
    marked[marked.length - 1] = '>';
    int[] rows = new int[marked.length * Math.min(lengths.max(), marked.length)];
    int next = 0;
    for (int start = 0; start < marked.length; start++) {
      int hash = NgramHash.START;
      int longest = Math.min(lengths.max(), marked.length - start);
      for (int length = 1; length <= longest; length++) {
        hash = NgramHash.append(hash, marked[start + length - 1]);
        if (length >= lengths.min() && !isBoundary(marked, start, length)) {
          rows[next++] = NgramHash.row(hash, buckets);
        }
      }
    }
    return Arrays.copyOf(rows, next);
  }

  /** A boundary mark alone says nothing about the token. */
  private static boolean isBoundary(int[] marked, int start, int length) {
    return length == 1 && (start == 0 || start == marked.length - 1);
  }
}
