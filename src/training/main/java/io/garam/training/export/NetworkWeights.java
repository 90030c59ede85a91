package io.garam.training.export;

import org.jspecify.annotations.Nullable;

/**
 * All weights of a trained classifier, whose logits are the mean of its views'.
 *
 * @param words ready token vectors {@code [vocabulary, embedding]}, with padding's zeros in row 0
 * @param subwords n-gram vectors {@code [1 + buckets, embedding]}, with padding's zeros in row 0
 * @param wordView the network over words
 * @param characters the view of characters, null where words alone are read
 */
public record NetworkWeights(
    QuantizedTable words,
    QuantizedTable subwords,
    ViewWeights wordView,
    @Nullable CharacterWeights characters) {

  /**
   * The weights of the view of characters.
   *
   * @param ngrams n-gram vectors {@code [1 + buckets, embedding]}, with padding's zeros in row 0
   * @param view the network over characters
   */
  public record CharacterWeights(QuantizedTable ngrams, ViewWeights view) {}
}
