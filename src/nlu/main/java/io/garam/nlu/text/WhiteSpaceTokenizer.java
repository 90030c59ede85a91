package io.garam.nlu.text;

import java.util.List;

/**
 * Tokenizer by white space alone, for text that comes split: nothing in a token is split further,
 * no mark and no ending. The normal form is the words'.
 *
 * @param lowerCase whether letters are lower-cased, by the rules of no particular language
 * @param maxTokens how many tokens of a long text are kept, from its start
 */
public record WhiteSpaceTokenizer(boolean lowerCase, int maxTokens) implements Tokenizer {

  public WhiteSpaceTokenizer {
    NormalForm.requirePositive(maxTokens);
  }

  @Override
  public List<String> tokenize(String text) {
    return TokenSplit.of(NormalForm.ofTokens(text, lowerCase, maxTokens), "", maxTokens);
  }
}
