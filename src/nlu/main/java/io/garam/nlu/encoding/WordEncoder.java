package io.garam.nlu.encoding;

import java.util.ArrayList;
import java.util.List;

/**
 * Encoder of words: turns text into rows of the word table and of the subword table. A known token
 * is one row of the word table, which holds its vector ready made, subwords included; only an
 * unknown token is spelled out in subwords.
 *
 * @param view how text becomes words, and a word subwords
 * @param vocabulary the known words
 */
public record WordEncoder(WordView view, Vocabulary vocabulary) {

  private static final int[] NO_CHARACTERS = new int[0];

  /** Encodes the words of a text; its characters are left out. */
  EncodedUtterance encode(String text) {
    List<String> tokens = view.tokenizer().tokenize(text);
    int[] words = new int[tokens.size()];
    List<int[]> unknown = new ArrayList<>();
    for (int i = 0; i < words.length; i++) {
      words[i] = vocabulary.row(tokens.get(i));
      if (words[i] == Vocabulary.UNKNOWN) {
        unknown.add(view.subwords().rows(tokens.get(i)));
      }
    }
    return new EncodedUtterance(words, unknown, NO_CHARACTERS, 0);
  }
}
