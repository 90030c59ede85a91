package io.garam.nlu.encoding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Vocabulary: the tokens that a model knows, each with its row in the word table. */
public final class Vocabulary {

  /** The row of padding, all zeros. */
  public static final int PADDING = 0;

  /** The row of every token that the model does not know. */
  public static final int UNKNOWN = 1;

  /** The row of the first known token. */
  public static final int FIRST = 2;

  /** That of a model without words. */
  public static final Vocabulary EMPTY = new Vocabulary(List.of());

  private final List<String> tokens;
  private final Map<String, Integer> rows;

  /**
   * @param tokens distinct tokens in row order
   * @throws IllegalArgumentException if a token is there twice
   */
  public Vocabulary(List<String> tokens) {
    this.tokens = List.copyOf(tokens);
    this.rows = new HashMap<>(tokens.size() * 2);
    for (String token : this.tokens) {
      if (rows.put(token, FIRST + rows.size()) != null) {
        throw new IllegalArgumentException("the vocabulary holds \"" + token + "\" twice");
      }
    }
  }

  /** Returns the known tokens in row order; the first has row {@link #FIRST}. */
  public List<String> tokens() {
    return tokens;
  }

  /** Returns a token's row, or {@link #UNKNOWN}. */
  public int row(String token) {
    return rows.getOrDefault(token, UNKNOWN);
  }

  /** Returns how many rows the word table has, padding and unknown included. */
  public int size() {
    return FIRST + tokens.size();
  }
}
