package io.garam.nlu.encoding;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Encoder of utterances: turns text into what a model reads of it, words, characters or both.
 *
 * @param words how the text is read word by word, null where it is not
 * @param characters how it is read character by character, null where it is not
 */
public record UtteranceEncoder(@Nullable WordEncoder words, @Nullable CharacterNgrams characters) {

  private static final EncodedUtterance NOTHING =
      new EncodedUtterance(new int[0], List.of(), new int[0], 0);

  public UtteranceEncoder {
    if (words == null && characters == null) {
      throw new IllegalArgumentException("an encoder must read words, characters or both");
    }
  }

  /** Returns the words that the model knows, none where it reads characters alone. */
  public Vocabulary vocabulary() {
    return words == null ? Vocabulary.EMPTY : words.vocabulary();
  }

  /**
   * Returns what of a text takes part, up to the limit of its tokens: these, or its characters
   * where the model reads characters alone.
   */
  public List<?> tokens(String text) {
    return words == null
        ? Arrays.stream(Objects.requireNonNull(characters).tokenizer().characters(text))
            .boxed()
            .toList()
        : words.view().tokenizer().tokenize(text);
  }

  /** Encodes a text; a blank one has neither tokens nor characters. */
  public EncodedUtterance encode(String text) {
    EncodedUtterance ofWords = words == null ? NOTHING : words.encode(text);
    if (characters == null) {
      return ofWords;
    }
    int[] rows = characters.rows(text);
    int steps = rows.length / characters.rowsOfStep();
    return new EncodedUtterance(ofWords.words(), ofWords.subwords(), rows, steps);
  }
}
