package io.garam.training.network;

import io.garam.training.batching.Batch;
import io.garam.training.batching.SequenceLayout;
import io.garam.training.export.ViewWeights;
import io.garam.training.network.layer.Dropout;
import io.garam.training.network.layer.LinearLayer;
import io.garam.training.network.layer.Parameters;
import java.util.Objects;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Layers of a classifier in libtorch: token vectors into a recurrent layer, whose last states and
 * maxima over time go into a linear output, by way of the dialogue step where there is one.
 */
final class ClassifierLayers implements AutoCloseable {

  private final NetworkShape shape;
  private final UtteranceLayer utterances;
  private final @Nullable DialogueLayer dialogue;
  private final LinearLayer output;
  private final Dropout dropout;

  /**
   * @param dropout of token vectors and of what the output reads, closed with the layers
   */
  ClassifierLayers(NetworkShape shape, Parameters parameters, Dropout dropout) {
    this.shape = shape;
    this.dropout = dropout;
    this.utterances = new UtteranceLayer(shape, parameters, dropout);
    DialogueShape step = shape.dialogue();
    this.dialogue = step == null ? null : new DialogueLayer(step, shape.features(), parameters);
    int features = dialogue == null ? shape.features() : dialogue.outputs();
    this.output = LinearLayer.of(features, shape.labels(), parameters);
  }

  /**
   * Returns logits to learn from, {@code [utterances, labels]}.
   *
   * @param vectors of the batch's distinct tokens, {@code [tokens, embedding]}
   * @param places where in dialogues its utterances are; null where each stands alone
   */
  Tensor learningLogits(Batch batch, Tensor vectors, @Nullable SequenceLayout places) {
    Tensor features = utterances.features(batch, vectors, true);
    if (places == null) {
      return output(features, true);
    }
    Tensor inputs = dialogue().inputs(features, places.speakers());
    return output(dialogue().forward(inputs, places, true), true);
  }

  /** Returns the logits of utterances that stand alone, {@code [utterances, labels]}. */
  Tensor logits(Batch batch, Tensor vectors) {
    return output(utterances.features(batch, vectors, false), false);
  }

  /** Returns what a dialogue goes on with, see {@link DialogueLayer#inputs}. */
  Tensor inputs(Batch batch, Tensor vectors, int[] speakers) {
    return dialogue().inputs(utterances.features(batch, vectors, false), speakers);
  }

  /** Returns the logits of utterances in dialogues, {@code [utterances, labels]}. */
  Tensor forward(Tensor inputs, SequenceLayout places) {
    return output(dialogue().forward(inputs, places, false), false);
  }

  private DialogueLayer dialogue() {
    return Objects.requireNonNull(dialogue, "a network that follows dialogues");
  }

  private Tensor output(Tensor features, boolean learning) {
    return output.forward(dropout.of(features, learning));
  }

  /** Returns all weights for export. */
  ViewWeights weights() {
    return new ViewWeights(
        shape.cell(),
        shape.embedding(),
        shape.hidden(),
        shape.labels(),
        utterances.weights(),
        dialogue == null ? null : dialogue.weights(),
        Parameters.values(output.weight()),
        Parameters.values(output.bias()));
  }

  @Override
  public void close() {
    utterances.close();
    if (dialogue != null) {
      dialogue.close();
    }
    dropout.close();
  }
}
