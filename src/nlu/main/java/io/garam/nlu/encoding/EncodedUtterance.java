package io.garam.nlu.encoding;

import java.util.List;

/**
 * Encoded utterance: the rows of the embedding tables that a model reads.
 *
 * @param words one row of the word table for each token; empty where the model reads characters
 *     alone
 * @param subwords for each token that the vocabulary lacks, in order, its rows of the subword table
 * @param characters rows of the character table, {@code [steps, rows of a step]} in one array;
 *     empty where the model reads words alone
 * @param characterSteps the number of steps over characters; 0 where the model reads words alone
 */
public record EncodedUtterance(
    int[] words, List<int[]> subwords, int[] characters, int characterSteps) {

  /** Returns the number of tokens; 0 where the model reads characters alone. */
  public int length() {
    return words.length;
  }

  /** Returns the number of n-grams of the unknown token that has most of them; 0 for none. */
  public int longestSubwords() {
    int longest = 0;
    for (int[] rows : subwords) {
      longest = Math.max(longest, rows.length);
    }
    return longest;
  }
}
