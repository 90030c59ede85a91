package io.garam.training.settings;

import io.garam.nlu.encoding.CharacterNgrams;
import io.garam.nlu.encoding.Subwords;
import io.garam.nlu.encoding.Subwords.Lengths;
import io.garam.nlu.encoding.WordView;
import io.garam.nlu.text.CharacterTokenizer;

/**
 * Suggested reading of utterances, by a corpus's script, size and number of labels.
 *
 * <ul>
 *   <li>Views: words and characters where a character is a syllable or a word, and where the corpus
 *       is small, so that reading letters too is soon done; else words alone.
 *   <li>Subwords: n-grams of 2 to 4 characters; of 1 to 4 where a character is a syllable or a
 *       word, and of 2 to 5 jamo for Hangul.
 * </ul>
 *
 * @param large whether the corpus is
 * @param manyLabels whether it has more than {@value SuggestedSettings#MANY_LABELS}
 */
record SuggestedText(Script script, boolean large, boolean manyLabels) {

  private static final CharacterTokenizer CHARACTERS = new CharacterTokenizer(true, 256);

  Views views() {
    return switch (script) {
      case HANGUL, HAN_OR_KANA -> Views.BOTH;
      case OTHER -> large ? Views.WORDS : Views.BOTH;
    };
  }

  /**
   * Returns how the views that were chosen are read.
   *
   * @param twoAStep whether two syllables may be read at once, which are half the steps
   */
  TextSettings read(Views views, boolean twoAStep) {
    return new TextSettings(
        views == Views.CHARACTERS
            ? null
            : new WordView(Tokenization.WORDS.tokenizer(), subwords(buckets(views))),
        views == Views.WORDS
            ? null
            : new CharacterNgrams(
                CHARACTERS, large ? 49_152 : 32_768, twoAStep && syllables() ? 2 : 1));
  }

  /** Of letters, two a step told a little less well what is out of scope. */
  boolean syllables() {
    return script != Script.OTHER;
  }

  /** As many as a bundle of 8 MB has room for beside the view of characters. */
  private int buckets(Views views) {
    if (views == Views.BOTH) {
      return manyLabels ? 24_576 : 32_768;
    }
    return large ? 65_536 : 32_768;
  }

  private Subwords subwords(int buckets) {
    return switch (script) {
      case HANGUL -> new Subwords(new Lengths(1, 4), new Lengths(2, 5), buckets);
      case HAN_OR_KANA -> new Subwords(new Lengths(1, 4), Lengths.NONE, buckets);
      case OTHER -> new Subwords(new Lengths(2, 4), Lengths.NONE, buckets);
    };
  }
}
