package io.garam.training.settings;

import io.garam.nlu.encoding.CharacterNgrams;
import io.garam.nlu.encoding.WordView;
import org.jspecify.annotations.Nullable;

/**
 * Text settings: the views in which an utterance is read, one at least.
 *
 * @param words how texts are read word by word; null for characters alone
 * @param characters how texts are read character by character; null for words alone
 */
public record TextSettings(@Nullable WordView words, @Nullable CharacterNgrams characters) {

  /** Returns which views are read. */
  public Views views() {
    if (words == null) {
      return Views.CHARACTERS;
    }
    return characters == null ? Views.WORDS : Views.BOTH;
  }
}
