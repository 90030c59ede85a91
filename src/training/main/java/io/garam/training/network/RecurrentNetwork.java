package io.garam.training.network;

import io.garam.training.batching.Batch;
import io.garam.training.batching.SequenceLayout;
import io.garam.training.checkpoint.CheckpointVisitor;
import io.garam.training.export.ViewWeights;
import io.garam.training.network.layer.Dropout;
import io.garam.training.network.layer.Parameters;
import io.garam.training.network.layer.Rows;
import io.garam.training.network.layer.SmoothedCrossEntropy;
import io.garam.training.optimizer.AdamSettings;
import io.garam.training.optimizer.ClippedAdamW;
import java.util.Random;
import java.util.function.Supplier;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * The part of a view that libtorch computes and learns: {@link ClassifierLayers}, their parameters
 * and the optimizer of these. Numbers go in and come out as Java's.
 */
final class RecurrentNetwork implements AutoCloseable {

  private static final double WEIGHT_DECAY = 0.01;

  private final int embedding;
  private final SmoothedCrossEntropy loss;
  private final Parameters parameters;
  private final Dropout dropout;
  private final ClassifierLayers layers;
  private final ClippedAdamW optimizer;

  /**
   * @param weights what the first weights come from
   * @param dropoutSeed the seed of the dropout until {@link #reseed}
   */
  RecurrentNetwork(
      NetworkShape shape, Regularization regularization, Random weights, long dropoutSeed) {
    this.embedding = shape.embedding();
    this.loss = new SmoothedCrossEntropy(regularization.labelSmoothing());
    this.parameters = new Parameters(weights);
    this.dropout = new Dropout(regularization.dropout(), dropoutSeed);
    this.layers = new ClassifierLayers(shape, parameters, dropout);
    this.optimizer = new ClippedAdamW(parameters.all(), AdamSettings.DEFAULT, WEIGHT_DECAY);
  }

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
      Tensor mean = loss.of(layers.learningLogits(batch, leaf, places), targets);
      optimizer.zeroGradients();
      mean.backward();
      optimizer.step(learningRate);
      return new StepResult(mean.item_float(), Parameters.values(leaf.grad()));
    }
  }

  /** Starts the random choices of dropout anew. */
  void reseed(long seed) {
    dropout.reseed(seed);
  }

  /** Returns the logits of a batch of utterances that stand alone, {@code [utterances, labels]}. */
  float[][] logits(Batch batch, float[] vectors) {
    return withoutLearning(() -> layers.logits(batch, leaf(batch, vectors)));
  }

  /**
   * Returns what a dialogue goes on with, {@code [utterances, vector]}, see {@link
   * DialogueLayer#inputs}.
   *
   * @param speakers for each utterance its row of the table of speakers
   */
  float[][] inputs(Batch batch, float[] vectors, int[] speakers) {
    return withoutLearning(() -> layers.inputs(batch, leaf(batch, vectors), speakers));
  }

  /**
   * Returns the logits of utterances in dialogues, {@code [utterances, labels]}.
   *
   * @param inputs of the utterances at those places
   */
  float[][] forward(float[][] inputs, SequenceLayout places) {
    return withoutLearning(
        () ->
            layers.forward(
                Tensor.create(Rows.joined(inputs), inputs.length, inputs[0].length), places));
  }

  @SuppressWarnings("try") // The scope and the guard are there for what they end.
  private static float[][] withoutLearning(Supplier<Tensor> forward) {
    try (PointerScope scope = new PointerScope();
        NoGradGuard guard = new NoGradGuard()) {
      return Rows.of(forward.get());
    }
  }

  private Tensor leaf(Batch batch, float[] vectors) {
    return Tensor.create(vectors, batch.tokens().length, embedding);
  }

  /** Returns all weights for export. */
  ViewWeights weights() {
    return layers.weights();
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
    layers.close();
    optimizer.close();
    parameters.close();
  }
}
