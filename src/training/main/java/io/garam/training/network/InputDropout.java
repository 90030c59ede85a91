package io.garam.training.network;

import io.garam.training.embedding.EmbeddingRows;
import io.garam.training.embedding.TokenIndex;
import java.util.Random;

/** Dropout of a view's input: words of utterances, and rows and n-grams of tokens. */
final class InputDropout {

  private final Regularization regularization;
  private Random random;

  /**
   * @param random the choices until {@link #begin}
   */
  InputDropout(Regularization regularization, Random random) {
    this.regularization = regularization;
    this.random = random;
  }

  /** Begins an epoch with choices of its own. */
  void begin(Random choices) {
    random = choices;
  }

  /** Returns an utterance, as ids of the token index, with some tokens blanked. */
  int[] words(int[] utterance) {
    int[] left = utterance.clone();
    for (int t = 0; t < left.length; t++) {
      if (random.nextDouble() < regularization.wordDropout()) {
        left[t] = TokenIndex.BLANK;
      }
    }
    return left;
  }

  EmbeddingRows rows(EmbeddingRows rows) {
    return rows.withDropout(regularization.rowDropout(), regularization.ngramDropout(), random);
  }
}
