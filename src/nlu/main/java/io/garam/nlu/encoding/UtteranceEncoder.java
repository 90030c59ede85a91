package io.garam.nlu.encoding;

import io.garam.nlu.text.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns text into what a model reads. A known token is one row of the word table, which holds its
 * vector ready made, subwords included; only an unknown token is spelled out in subwords.
 *
 * @param tokenizer how text becomes words
 * @param vocabulary the known words
 * @param subwords how an unknown word is spelled
 * @param characters how the text is read character by character, null where it is not
 */
public record UtteranceEncoder(
    Tokenizer tokenizer,
    Vocabulary vocabulary,
    Subwords subwords,
    @Nullable CharacterNgrams characters) {

  private static final int[] NO_CHARACTERS = new int[0];

  /** Says whether there is anything in a text to classify. */
  public boolean isBlank(String text) {
    return tokenizer.tokenize(text).isEmpty();
  }

  /** Encodes a text; a blank one has no tokens. */
  public EncodedUtterance encode(String text) {
    List<String> tokens = tokenizer.tokenize(text);
    int[] words = new int[tokens.size()];
    List<int[]> unknown = new ArrayList<>();
    for (int i = 0; i < words.length; i++) {
      words[i] = vocabulary.row(tokens.get(i));
      if (words[i] == Vocabulary.UNKNOWN) {
        unknown.add(subwords.rows(tokens.get(i)));
      }
    }
    return new EncodedUtterance(
        words, unknown, characters == null ? NO_CHARACTERS : characters.rows(text));
  }
}
