package io.garam.nlu.text;

import java.util.List;

/**
 * Tokenizer by Korean morphemes, with Lucene's Nori, whose dictionary is mecab-ko-dic. A text that
 * comes split into morphemes is rejoined and analysed like any other (see {@link RunningHangul}),
 * so that a model trained on a split corpus can tag text as people write it; docs/training.md says
 * how often the two give the same tokens. Text of other scripts is split by words and marks.
 *
 * <p>Nori's version decides the tokens. A release with another one may still load an older bundle;
 * where its tokens differ, so do the probabilities of the golden utterances, and the bundle is
 * refused.
 *
 * @param lowerCase whether letters are lower-cased, by the rules of no particular language
 * @param maxTokens how many tokens of a long text are kept, from its start
 */
public record MorphemeTokenizer(boolean lowerCase, int maxTokens) implements Tokenizer {

  /**
   * Characters read for each morpheme that is kept: a dozen times the average. Nori looks up to
   * 1,024 characters ahead from each character of an unknown word, so these are dear.
   */
  private static final int CHARACTERS_OF_MORPHEME = 32;

  public MorphemeTokenizer {
    NormalForm.requirePositive(maxTokens);
  }

  @Override
  public List<String> tokenize(String text) {
    String running =
        RunningHangul.of(NormalForm.of(text, lowerCase, (long) maxTokens * CHARACTERS_OF_MORPHEME));
    return running.isEmpty()
        ? List.of()
        : MorphemeAnalyzer.ofThisThread().morphemes(running, maxTokens);
  }
}
