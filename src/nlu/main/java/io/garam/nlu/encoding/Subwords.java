package io.garam.nlu.encoding;

import java.util.Arrays;

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
    int[] letters = new int[MAX_CODE_POINTS + 2];
    int count = 0;
    boolean syllables = false;
    for (int i = 0; i < token.length() && count < MAX_CODE_POINTS; ) {
      int letter = token.codePointAt(i);
      i += Character.charCount(letter);
      letters[++count] = letter;
      syllables |= Jamo.isSyllable(letter);
    }
    boolean decomposes = syllables && jamo.max() > 0;
    int[] rows =
        new int[most(count, characters) + (decomposes ? most(count * Jamo.MOST, jamo) : 0)];
    int end = put(letters, count, characters, rows, 0);
    if (decomposes) {
      int[] decomposed = new int[count * Jamo.MOST + 2];
      int last = 0;
      for (int i = 1; i <= count; i++) {
        last = Jamo.decompose(letters[i], decomposed, last + 1) - 1;
      }
      end = put(decomposed, last, jamo, rows, end);
    }
    return Arrays.copyOf(rows, end);
  }

  /** Returns as many n-grams as there can be of so many letters and two boundaries. */
  private static int most(int letters, Lengths lengths) {
    return (letters + 2) * Math.min(lengths.max(), letters + 2);
  }

  /**
   * Puts the rows of n-grams.
   *
   * @param marked the letters from index 1 on, with room for a boundary before and behind them
   * @param next where to begin
   * @return where the rows end
   */
  private int put(int[] marked, int letters, Lengths lengths, int[] rows, int next) {
    int last = letters + 1;
    marked[0] = '<';
    marked[last] = '>';
    int end = next;
    for (int start = 0; start <= last; start++) {
      int hash = NgramHash.START;
      int longest = Math.min(lengths.max(), last + 1 - start);
      for (int length = 1; length <= longest; length++) {
        hash = NgramHash.append(hash, marked[start + length - 1]);
        if (length >= lengths.min() && !isBoundary(start, length, last)) {
          rows[end++] = NgramHash.row(hash, buckets);
        }
      }
    }
    return end;
  }

  /** A boundary mark alone says nothing about the token. */
  private static boolean isBoundary(int start, int length, int last) {
    return length == 1 && (start == 0 || start == last);
  }
}
