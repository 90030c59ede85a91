package io.garam.training.embedding;

import io.garam.nlu.encoding.Vocabulary;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Embedding rows of a token: its vector is its own row plus the scaled sum of its n-grams' rows.
 *
 * @param own its row of the table of tokens' own vectors; padding's for a token without
 * @param ngrams its rows of the table of n-grams
 * @param scale what the sum of n-grams is multiplied by
 */
public record EmbeddingRows(int own, int[] ngrams, float scale) {

  /** Returns rows with all n-grams; 1/√n keeps the length of the sum of n from growing with n. */
  static EmbeddingRows of(int own, int[] ngrams) {
    float scale = ngrams.length == 0 ? 0f : (float) (1 / Math.sqrt(ngrams.length));
    return new EmbeddingRows(own, ngrams, scale);
  }

  /**
   * Returns rows after dropout at random; what is left is scaled up to the same expected sum.
   *
   * @param rowDropout the probability that its own row is replaced by the unknown row
   * @param ngramDropout the probability of each n-gram to be left out
   */
  public EmbeddingRows withDropout(double rowDropout, double ngramDropout, Random random) {
    int[] kept = IntStream.of(ngrams).filter(row -> random.nextDouble() >= ngramDropout).toArray();
    boolean unknown = random.nextDouble() < rowDropout;
    return new EmbeddingRows(
        unknown ? Vocabulary.UNKNOWN : own, kept, (float) (scale / (1 - ngramDropout)));
  }
}
