package io.garam.nlu.encoding;

import java.util.List;

/** Vocabulary: the tokens that a model knows, each with its row in the word table. */
public final class Vocabulary {

  /** The row of padding, all zeros. */
  public static final int PADDING = 0;

  /** The row of every token that the model does not know. */
  public static final int UNKNOWN = 1;

  /** The row of the first known token. */
  public static final int FIRST = 2;

  /**
   * Spreads hash codes over the places by their product's highest bits: 2^32 over the golden ratio
   * (Knuth, The Art of Computer Programming 3, 6.4).
   */
  private static final int SCATTER = 0x9E3779B9;

  /** That of a model without words. */
  public static final Vocabulary EMPTY = new Vocabulary(List.of());

  private final List<String> tokens;

  /**
   * A hash table with open addressing, at most half full: at each place the row of a token, or 0
   * where none is. Looking up a token that is not known mostly reads one number of {@link #hashes}.
   */
  private final int[] rows;

  /** The hash code of the token at each place. */
  private final int[] hashes;

  /**
   * @param tokens distinct tokens in row order
   * @throws IllegalArgumentException if a token is there twice
   */
  public Vocabulary(List<String> tokens) {
    this.tokens = List.copyOf(tokens);
    int places = Integer.highestOneBit(Math.max(1, this.tokens.size())) << 2;
    this.rows = new int[places];
    this.hashes = new int[places];
    for (int i = 0; i < this.tokens.size(); i++) {
      String token = this.tokens.get(i);
      int place = place(token);
      if (rows[place] != 0) {
        throw new IllegalArgumentException("the vocabulary holds \"" + token + "\" twice");
      }
      rows[place] = FIRST + i;
      hashes[place] = token.hashCode();
    }
  }

  /** Returns the known tokens in row order; the first has row {@link #FIRST}. */
  public List<String> tokens() {
    return tokens;
  }

  /** Returns a token's row, or {@link #UNKNOWN}. */
  public int row(String token) {
    int row = rows[place(token)];
    return row == 0 ? UNKNOWN : row;
  }

  /** Returns where a token is, or the empty place that it would take. */
  private int place(String token) {
    int hash = token.hashCode();
    int last = rows.length - 1;
    int place = (hash * SCATTER) >>> Integer.numberOfLeadingZeros(last);
    while (rows[place] != 0
        && !(hashes[place] == hash && tokens.get(rows[place] - FIRST).equals(token))) {
      place = (place + 1) & last;
    }
    return place;
  }

  /** Returns how many rows the word table has, padding and unknown included. */
  public int size() {
    return FIRST + tokens.size();
  }
}
