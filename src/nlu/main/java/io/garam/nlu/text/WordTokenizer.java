package io.garam.nlu.text;

import java.util.List;

/**
 * Tokenizer by words between white space, with the marks {@code . , ? ! ' "} as tokens of their
 * own. The text is brought to Unicode's composed form (NFC) first, so that Hangul typed as jamo and
 * Hangul typed as syllables are the same words.
 *
 * @param lowerCase whether letters are lower-cased, by the rules of no particular language
 * @param maxTokens how many tokens of a long text are kept, from its start
 */
public record WordTokenizer(boolean lowerCase, int maxTokens) implements Tokenizer {

  private static final String MARKS = ".,?!'\"";

  public WordTokenizer {
    NormalForm.requirePositive(maxTokens);
  }

  @Override
  public List<String> tokenize(String text) {
    return TokenSplit.of(NormalForm.ofTokens(text, lowerCase, maxTokens), MARKS, maxTokens);
  }
}
