package io.garam.training.network;

/**
 * A text as a {@link Learner} reads it.
 *
 * @param words the ids of its words
 * @param characters the ids of its characters; empty where words alone are read
 */
public record TextIds(int[] words, int[] characters) {

  /** Returns the length of the longer view, which is what learning from it costs. */
  int length() {
    return Math.max(words.length, characters.length);
  }
}
