package io.garam.training.network;

/**
 * Regularization: what keeps a network from learning its corpus by heart. All are shares, 0 to 1.
 *
 * @param dropout numbers of token vectors and of features zeroed in training
 * @param wordDropout tokens blanked in training
 * @param rowDropout tokens whose own row is replaced by the unknown row in training, so that
 *     n-grams learn to do without it, as they must for a token never seen
 * @param ngramDropout n-grams of a token left out in training
 * @param labelSmoothing probability taken from the true label and spread over all
 */
public record Regularization(
    double dropout,
    double wordDropout,
    double rowDropout,
    double ngramDropout,
    double labelSmoothing) {

  private static final double MOST_CHARACTER_DROPOUT = 0.3;

  /**
   * Returns what suits characters where this suits words: every character has been met, so that
   * none has to be guessed from its n-grams, and dropout above 0.3 only slows learning down.
   */
  Regularization forCharacters() {
    return new Regularization(
        Math.min(dropout, MOST_CHARACTER_DROPOUT),
        wordDropout,
        0,
        Math.min(ngramDropout, MOST_CHARACTER_DROPOUT),
        labelSmoothing);
  }
}
