package io.garam.training.settings;

import io.garam.nlu.text.MorphemeTokenizer;
import io.garam.nlu.text.Tokenizer;
import io.garam.nlu.text.WhiteSpaceTokenizer;
import io.garam.nlu.text.WordTokenizer;

/** Tokenization: what the view of words takes for a token. */
public enum Tokenization {
  /** Words and marks. */
  WORDS,
  /** Whatever white space parts, for text that comes split. */
  WHITESPACE,
  /** Korean morphemes, found in any text. */
  MORPHEMES;

  private static final int MOST_TOKENS = 128;

  /** Returns the tokenizer, which lower-cases letters and keeps 128 tokens. */
  public Tokenizer tokenizer() {
    return switch (this) {
      case WORDS -> new WordTokenizer(true, MOST_TOKENS);
      case WHITESPACE -> new WhiteSpaceTokenizer(true, MOST_TOKENS);
      case MORPHEMES -> new MorphemeTokenizer(true, MOST_TOKENS);
    };
  }

  /** Returns what a tokenizer takes for a token. */
  static Tokenization of(Tokenizer tokenizer) {
    if (tokenizer instanceof MorphemeTokenizer) {
      return MORPHEMES;
    }
    return tokenizer instanceof WhiteSpaceTokenizer ? WHITESPACE : WORDS;
  }
}
