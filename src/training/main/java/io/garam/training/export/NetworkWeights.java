package io.garam.training.export;

import io.garam.nlu.bundle.Networks;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Weights of a trained classifier, whose logits are the mean of its views'; it has at least one.
 *
 * @param words the view of words, null where characters alone are read
 * @param characters the view of characters, null where words alone are read
 */
public record NetworkWeights(@Nullable WordWeights words, @Nullable CharacterWeights characters) {

  /** Returns the networks of the views that there are. */
  List<ViewWeights> views() {
    List<ViewWeights> views = new ArrayList<>();
    if (words != null) {
      views.add(words.view());
    }
    if (characters != null) {
      views.add(characters.view());
    }
    return views;
  }

  /** Says whether a dialogue step goes on from what is read of an utterance. */
  public boolean followsDialogues() {
    return views().get(0).dialogue() != null;
  }

  /** Returns the ONNX graphs that compute the classifier, in standard operators alone. */
  public Networks toOnnx() {
    return new Networks(
        UtteranceExporter.export(this).toByteArray(),
        null,
        followsDialogues() ? DialogueStepExporter.export(this).toByteArray() : null);
  }

  /** Says whether the views can be the two stages of a cascade. */
  public boolean hasTwoStages() {
    return words != null && characters != null && !followsDialogues();
  }

  /** Returns the ONNX graphs of the two stages. */
  public Networks toStages() {
    return new Networks(
        UtteranceExporter.export(new NetworkWeights(words, null)).toByteArray(),
        UtteranceExporter.export(new NetworkWeights(null, characters)).toByteArray(),
        null);
  }

  /**
   * The weights of the view of words.
   *
   * @param ready token vectors {@code [vocabulary, embedding]}, with padding's zeros in row 0
   * @param subwords n-gram vectors {@code [1 + buckets, embedding]}, with padding's zeros in row 0
   * @param view the network over words
   */
  public record WordWeights(QuantizedTable ready, QuantizedTable subwords, ViewWeights view) {}

  /**
   * The weights of the view of characters.
   *
   * @param ngrams n-gram vectors {@code [1 + buckets, embedding]}, with padding's zeros in row 0
   * @param view the network over characters
   */
  public record CharacterWeights(QuantizedTable ngrams, ViewWeights view) {}
}
