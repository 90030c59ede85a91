package io.garam.training.network;

import io.garam.training.batching.Batch;
import io.garam.training.batching.SequenceLayout;
import io.garam.training.checkpoint.CheckpointVisitor;
import io.garam.training.export.DialogueWeights;
import io.garam.training.export.DirectionWeights;
import io.garam.training.optimizer.AdamSettings;
import io.garam.training.optimizer.ClippedAdamW;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Generator;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * The part of the classifier that libtorch computes: token vectors into a recurrent layer, whose
 * last states and maxima over time go into a linear output, by way of the dialogue step where there
 * is one.
 */
final class RecurrentNetwork implements AutoCloseable {

  private static final double WEIGHT_DECAY = 0.01;

  /** Far below any state, so that padding never is the maximum. */
  private static final float PADDING_PENALTY = -100f;

  private static final long MEAN_OVER_BATCH = 1;
  private static final long IGNORE_NO_LABEL = -100;

  private final NetworkShape shape;
  private final Regularization regularization;
  private final Parameters parameters;
  private final List<RecurrentLayer> directions = new ArrayList<>();
  private final @Nullable DialogueLayer dialogue;
  private final Tensor outputWeight;
  private final Tensor outputBias;
  private final ClippedAdamW optimizer;
  private final Generator generator;

  /**
   * @param weights what the first weights come from
   * @param dropout the seed of the dropout until {@link #reseed}
   */
  RecurrentNetwork(
      NetworkShape shape, Regularization regularization, Random weights, long dropout) {
    this.shape = shape;
    this.regularization = regularization;
    this.parameters = new Parameters(weights);
    for (int direction = 0; direction < shape.directions(); direction++) {
      directions.add(
          new RecurrentLayer(shape.cell(), shape.embedding(), shape.hidden(), parameters));
    }
    DialogueShape step = shape.dialogue();
    this.dialogue = step == null ? null : new DialogueLayer(step, shape.features(), parameters);
    int features = dialogue == null ? shape.features() : dialogue.outputs();
    double bound = 1 / Math.sqrt(features);
    this.outputWeight = parameters.uniform(bound, shape.labels(), features);
    this.outputBias = parameters.uniform(bound, shape.labels());
    this.optimizer = new ClippedAdamW(parameters.all(), AdamSettings.DEFAULT, WEIGHT_DECAY);
    this.generator = torch.make_generator_cpu(dropout);
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
              regularization.labelSmoothing());
      optimizer.zeroGradients();
      loss.backward();
      optimizer.step(learningRate);
      return new StepResult(loss.item_float(), Parameters.values(leaf.grad()));
    }
  }

  /** Starts the random choices of dropout anew. */
  void reseed(long seed) {
    generator.set_current_seed(seed);
  }

  /** Returns the logits of a batch of utterances that stand alone, {@code [utterances, labels]}. */
  float[][] logits(Batch batch, float[] vectors) {
    return withoutLearning(() -> output(features(batch, leaf(batch, vectors), false), false));
  }

  /**
   * Returns what a dialogue goes on with, {@code [utterances, vector]}, see {@link
   * DialogueLayer#inputs}.
   *
   * @param speakers for each utterance its row of the table of speakers
   */
  float[][] inputs(Batch batch, float[] vectors, int[] speakers) {
    return withoutLearning(
        () -> dialogue().inputs(features(batch, leaf(batch, vectors), false), speakers));
  }

  /**
   * Returns the logits of utterances in dialogues, {@code [utterances, labels]}.
   *
   * @param inputs of the utterances at those places
   */
  float[][] forward(float[][] inputs, SequenceLayout places) {
    return withoutLearning(
        () -> {
          Tensor rows = Tensor.create(joined(inputs), inputs.length, inputs[0].length);
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
      Tensor rows = forward.get();
      float[] flat = Parameters.values(rows);
      int columns = (int) rows.size(1);
      float[][] values = new float[(int) rows.size(0)][columns];
      for (int row = 0; row < values.length; row++) {
        System.arraycopy(flat, row * columns, values[row], 0, columns);
      }
      return values;
    }
  }

  private static float[] joined(float[][] rows) {
    float[] joined = new float[rows.length * rows[0].length];
    for (int row = 0; row < rows.length; row++) {
      System.arraycopy(rows[row], 0, joined, row * rows[row].length, rows[row].length);
    }
    return joined;
  }

  private Tensor leaf(Batch batch, float[] vectors) {
    return Tensor.create(vectors, batch.tokens().length, shape.embedding());
  }

  private Tensor logits(Batch batch, Tensor leaf, @Nullable SequenceLayout places) {
    Tensor features = features(batch, leaf, true);
    if (places == null) {
      return output(features, true);
    }
    Tensor inputs = dialogue().inputs(features, places.speakers());
    return output(dialogue().forward(inputs, places, true), true);
  }

  private Tensor output(Tensor features, boolean learning) {
    return torch.linear(dropout(features, learning), outputWeight, new TensorOptional(outputBias));
  }

  /** Returns what is read of utterances, {@code [utterances, features]}. */
  private Tensor features(Batch batch, Tensor vectors, boolean learning) {
    if (batch.parts().size() == 1) {
      return features(batch.parts().get(0), vectors, learning);
    }
    TensorVector parts = new TensorVector();
    for (Batch.Part part : batch.parts()) {
      parts.push_back(features(part, vectors, learning));
    }
    return torch.cat(parts, 0).index_select(0, Tensor.create(batch.rows()));
  }

  private Tensor features(Batch.Part batch, Tensor vectors, boolean learning) {
    Tensor tokens = dropout(vectors.index_select(0, Tensor.create(batch.places())), learning);
    Tensor lasts = Tensor.create(batch.lasts());
    Tensor penalty =
        Tensor.create(batch.padding(), batch.size(), batch.time(), 1).mul_(scalar(PADDING_PENALTY));
    TensorVector features = new TensorVector();
    TensorVector maxima = new TensorVector();
    for (int direction = 0; direction < directions.size(); direction++) {
      Tensor ordered =
          direction == 0 ? tokens : tokens.index_select(0, Tensor.create(batch.mirrored()));
      Tensor input = ordered.view(batch.size(), batch.time(), shape.embedding());
      Tensor states = directions.get(direction).states(input, learning).contiguous();
      features.push_back(states.view(-1, shape.hidden()).index_select(0, lasts));
      maxima.push_back(states.add(penalty).amax(new long[] {1}, false));
    }
    for (int direction = 0; direction < directions.size(); direction++) {
      features.push_back(maxima.get(direction));
    }
    return torch.cat(features, 1);
  }

  private static Scalar scalar(float value) {
    return new Scalar(value);
  }

  private Tensor dropout(Tensor values, boolean learning) {
    if (!learning) {
      return values;
    }
    double kept = 1 - regularization.dropout();
    Tensor mask = torch.empty_like(values).bernoulli_(kept, new GeneratorOptional(generator));
    return values.mul(mask.div_(scalar((float) kept)));
  }

  List<DirectionWeights> directions() {
    return directions.stream().map(RecurrentLayer::weights).toList();
  }

  @Nullable DialogueWeights dialogueWeights() {
    return dialogue == null ? null : dialogue.weights();
  }

  float[] outputWeight() {
    return Parameters.values(outputWeight);
  }

  float[] outputBias() {
    return Parameters.values(outputBias);
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
    directions.forEach(RecurrentLayer::close);
    if (dialogue != null) {
      dialogue.close();
    }
    optimizer.close();
    parameters.close();
    generator.close();
  }
}
