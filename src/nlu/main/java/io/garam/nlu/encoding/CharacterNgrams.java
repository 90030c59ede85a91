package io.garam.nlu.encoding;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.garam.nlu.text.CharacterTokenizer;

/**
 * Maps each character of an utterance to rows of the character table: one for the character itself
 * and one for each 2-, 3- and 4-gram that ends at it, chosen by hashing. N-grams reach back over
 * word boundaries and, at the start, to one mark before the first character, so that a model sees
 * what no word shows: how one word leads to the next. A mark after the last character counts as a
 * character, so that its n-grams are how the utterance ends, which in Korean is half its meaning.
 *
 * <p>A step of the network reads one character, or several that follow each other, and all rows of
 * them at once: their order is in the n-grams, and a network of fewer steps is faster.
 *
 * <p>Row 0 is padding. Single characters have the first eighth of the rows to themselves: they are
 * few and frequent, and would suffer from sharing a row with some n-gram.
 *
 * @param tokenizer how text becomes characters
 * @param buckets how many rows there are to hash into, at least 8
 * @param stride characters of a step, at least 1. Spec files leave out 1, so that models of before
 *     there was a stride keep their digest
 */
public record CharacterNgrams(
    CharacterTokenizer tokenizer,
    int buckets,
    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = StrideOfOne.class) int stride) {

  /** Rows of a character, of its n-grams of 1 to this many characters. */
  private static final int PER_CHARACTER = 4;

  private static final int SHARE_OF_SINGLES = 8;

  /** No text holds these two, since they are control characters. */
  private static final int START_MARK = 2;

  private static final int END_MARK = 3;

  public CharacterNgrams {
    if (buckets < SHARE_OF_SINGLES) {
      throw new IllegalArgumentException("buckets must be at least 8, but are " + buckets);
    }
    if (stride < 1) {
      throw new IllegalArgumentException("stride must be positive, but is " + stride);
    }
  }

  /** Returns the number of rows of a step. */
  public int rowsOfStep() {
    return PER_CHARACTER * stride;
  }

  /**
   * Returns the rows of a text's characters and the end mark, {@code [steps, rows of a step]} in
   * one array: character by character the shortest n-gram first, 0 where the text does not reach
   * back so far and where the last step has characters too few. A blank text has none.
   */
  public int[] rows(String text) {
    int[] characters = tokenizer.characters(text);
    if (characters.length == 0) {
      return characters;
    }
    int steps = characters.length / stride + 1;
    int[] rows = new int[steps * rowsOfStep()];
    for (int end = 0; end <= characters.length; end++) {
      int hash = NgramHash.START;
      int longest = Math.min(PER_CHARACTER, end + 2);
      for (int length = 1; length <= longest; length++) {
        hash = NgramHash.append(hash, at(characters, end + 1 - length));
        rows[end * PER_CHARACTER + length - 1] = row(hash, length);
      }
    }
    return rows;
  }

  private static int at(int[] characters, int index) {
    if (index < 0) {
      return START_MARK;
    }
    return index == characters.length ? END_MARK : characters[index];
  }

  private int row(int hash, int length) {
    int singles = buckets / SHARE_OF_SINGLES;
    return length == 1
        ? NgramHash.row(hash, singles)
        : singles + NgramHash.row(hash, buckets - singles);
  }
}
