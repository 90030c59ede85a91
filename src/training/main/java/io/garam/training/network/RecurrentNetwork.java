package io.garam.training.network;

import io.garam.training.batching.Batch;
import io.garam.training.batching.SequenceLayout;
import io.garam.training.checkpoint.CheckpointVisitor;
import io.garam.training.export.ViewWeights;
import io.garam.training.optimizer.AdamSettings;
import io.garam.training.optimizer.ClippedAdamW;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * The part of the classifier that libtorch computes: token vectors into a recurrent layer, whose
 * last states and maxima over time go into a linear output, by way of the dialogue step where there
 * is one.
 */
final class RecurrentNetwork implements AutoCloseable {

  private static final double WEIGHT_DECAY = 0.01;

  private static final long MEAN_OVER_BATCH = 1;
  private static final long IGNORE_NO_LABEL = -100;

  private final NetworkShape shape;
  private final double labelSmoothing;
  private final Parameters parameters;
  private final UtteranceLayer utterances;
  private final @Nullable DialogueLayer dialogue;
  private final Tensor outputWeight;
  private final Tensor outputBias;
  private final ClippedAdamW optimizer;
  private final Dropout dropout;

  /**
   * @param weights what the first weights come from
   * @param dropoutSeed the seed of the dropout until {@link #reseed}
   */
  RecurrentNetwork(
      NetworkShape shape, Regularization regularization, Random weights, long dropoutSeed) {
    this.shape = shape;
    this.labelSmoothing = regularization.labelSmoothing();
    this.parameters = new Parameters(weights);
    this.dropout = new Dropout(regularization.dropout(), dropoutSeed);
    this.utterances = new UtteranceLayer(shape, parameters, dropout);
    DialogueShape step = shape.dialogue();
    this.dialogue = step == null ? null : new DialogueLayer(step, shape.features(), parameters);
    int features = dialogue == null ? shape.features() : dialogue.outputs();
    double bound = 1 / Math.sqrt(features);
    this.outputWeight = parameters.uniform(bound, shape.labels(), features);
    this.outputBias = parameters.uniform(bound, shape.labels());
    this.optimizer = new ClippedAdamW(parameters.all(), AdamSettings.DEFAULT, WEIGHT_DECAY);
  }

  /**
   * Result of a step of the optimizer.
   *
   * @param loss the mean loss of its utterances, in nats
   * @param gradients of the loss by the token vectors, {@code [tokens, embedding]}
   */
  record StepResult(double loss, float[] gradients) {}

  /**
   * Learns from a batch.
   *
   * @param vectors of the batch's distinct tokens, {@code [tokens, embedding]}
   * @param places where in dialogues its utterances are; null where each stands alone
   * @param targets the probabilities that its answers shall have, {@code [utterances, labels]}
   */
  @SuppressWarnings("try") // The scope is there to free what the batch allocates.
  StepResult learn(
      Batch batch,
      float[] vectors,
      @Nullable SequenceLayout places,
      float[] targets,
      double learningRate) {
    try (PointerScope scope = new PointerScope()) {
      Tensor leaf = leaf(batch, vectors);
      leaf.set_requires_grad(true);
      Tensor logits = logits(batch, leaf, places);
      Tensor loss =
          torch.cross_entropy_loss(
              logits,
              Tensor.create(targets, batch.size(), shape.labels()),
              new TensorOptional(),
              MEAN_OVER_BATCH,
              IGNORE_NO_LABEL,
              labelSmoothing);
      optimizer.zeroGradients();
      loss.backward();
      optimizer.step(learningRate);
      return new StepResult(loss.item_float(), Parameters.values(leaf.grad()));
    }
  }

  /** Starts the random choices of dropout anew. */
  void reseed(long seed) {
    dropout.reseed(seed);
  }

  /** Returns the logits of a batch of utterances that stand alone, {@code [utterances, labels]}. */
  float[][] logits(Batch batch, float[] vectors) {
    return withoutLearning(
        () -> output(utterances.features(batch, leaf(batch, vectors), false), false));
  }

  /**
   * Returns what a dialogue goes on with, {@code [utterances, vector]}, see {@link
   * DialogueLayer#inputs}.
   *
   * @param speakers for each utterance its row of the table of speakers
   */
  float[][] inputs(Batch batch, float[] vectors, int[] speakers) {
    return withoutLearning(
        () -> dialogue().inputs(utterances.features(batch, leaf(batch, vectors), false), speakers));
  }

  /**
   * Returns the logits of utterances in dialogues, {@code [utterances, labels]}.
   *
   * @param inputs of the utterances at those places
   */
  float[][] forward(float[][] inputs, SequenceLayout places) {
    return withoutLearning(
        () -> {
          Tensor rows = Tensor.create(Rows.joined(inputs), inputs.length, inputs[0].length);
          return output(dialogue().forward(rows, places, false), false);
        });
  }

  private DialogueLayer dialogue() {
    return Objects.requireNonNull(dialogue, "a network that follows dialogues");
  }

  @SuppressWarnings("try") // The scope and the guard are there for what they end.
  private static float[][] withoutLearning(Supplier<Tensor> forward) {
    try (PointerScope scope = new PointerScope();
        NoGradGuard guard = new NoGradGuard()) {
      return Rows.of(forward.get());
    }
  }

  private Tensor leaf(Batch batch, float[] vectors) {
    return Tensor.create(vectors, batch.tokens().length, shape.embedding());
  }

  private Tensor logits(Batch batch, Tensor leaf, @Nullable SequenceLayout places) {
    Tensor features = utterances.features(batch, leaf, true);
    if (places == null) {
      return output(features, true);
    }
    Tensor inputs = dialogue().inputs(features, places.speakers());
    return output(dialogue().forward(inputs, places, true), true);
  }

  private Tensor output(Tensor features, boolean learning) {
    return torch.linear(
        dropout.of(features, learning), outputWeight, new TensorOptional(outputBias));
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
        Parameters.values(outputWeight),
        Parameters.values(outputBias));
  }

  float[][] snapshot() {
    return parameters.snapshot();
  }

  void restore(float[][] snapshot) {
    parameters.restore(snapshot);
  }

  void accept(CheckpointVisitor checkpoint) {
    parameters.accept(checkpoint.part("parameters"));
    optimizer.accept(checkpoint);
  }

  @Override
  public void close() {
    utterances.close();
    if (dialogue != null) {
      dialogue.close();
    }
    optimizer.close();
    parameters.close();
    dropout.close();
  }
}
