package io.garam.training.network;

import io.garam.training.checkpoint.Exchange;
import io.garam.training.export.DirectionWeights;
import io.garam.training.optimizer.AdamSettings;
import io.garam.training.optimizer.ClippedAdamW;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Generator;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * The part of the classifier that libtorch computes: token vectors into a recurrent layer, whose
 * last states and maxima over time go into a linear output.
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
  private final Tensor outputWeight;
  private final Tensor outputBias;
  private final ClippedAdamW optimizer;
  private final Generator generator;

  RecurrentNetwork(NetworkShape shape, Regularization regularization, long seed) {
    this.shape = shape;
    this.regularization = regularization;
    this.parameters = new Parameters(seed);
    for (int direction = 0; direction < shape.directions(); direction++) {
      directions.add(new RecurrentLayer(shape, parameters));
    }
    int features = 2 * shape.directions() * shape.hidden();
    double bound = 1 / Math.sqrt(features);
    this.outputWeight = parameters.uniform(bound, shape.labels(), features);
    this.outputBias = parameters.uniform(bound, shape.labels());
    this.optimizer = new ClippedAdamW(parameters.all(), AdamSettings.DEFAULT, WEIGHT_DECAY);
    this.generator = torch.make_generator_cpu(seed);
  }

  /**
   * What a batch taught.
   *
   * @param loss the mean loss of its utterances, in nats
   * @param gradients of the loss by the token vectors, {@code [tokens, embedding]}
   */
  record Lesson(double loss, float[] gradients) {}

  /**
   * Learns from a batch.
   *
   * @param vectors of the batch's distinct tokens, {@code [tokens, embedding]}
   * @param targets the probabilities that its answers shall have, {@code [utterances, labels]}
   */
  @SuppressWarnings("try") // The scope is there to free what the batch allocates.
  Lesson learn(Batch batch, float[] vectors, float[] targets, double learningRate) {
    try (PointerScope scope = new PointerScope()) {
      Tensor leaf = Tensor.create(vectors, batch.tokens().length, shape.embedding());
      leaf.set_requires_grad(true);
      Tensor logits = forward(batch, leaf, true);
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
      return new Lesson(loss.item_float(), Parameters.values(leaf.grad()));
    }
  }

  /** Starts the random choices of dropout anew. */
  void reseed(long seed) {
    generator.set_current_seed(seed);
  }

  /** Returns the logits of a batch, {@code [utterances, labels]}. */
  @SuppressWarnings("try") // The scope and the guard are there for what they end.
  float[][] logits(Batch batch, float[] vectors) {
    try (PointerScope scope = new PointerScope();
        NoGradGuard guard = new NoGradGuard()) {
      Tensor leaf = Tensor.create(vectors, batch.tokens().length, shape.embedding());
      float[] flat = Parameters.values(forward(batch, leaf, false));
      float[][] logits = new float[batch.size()][shape.labels()];
      for (int row = 0; row < logits.length; row++) {
        System.arraycopy(flat, row * shape.labels(), logits[row], 0, shape.labels());
      }
      return logits;
    }
  }

  private Tensor forward(Batch batch, Tensor vectors, boolean learning) {
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
    Tensor joined = dropout(torch.cat(features, 1), learning);
    return torch.linear(joined, outputWeight, new TensorOptional(outputBias));
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

  void exchange(Exchange checkpoint) {
    parameters.exchange(checkpoint.part("parameters"));
    optimizer.exchange(checkpoint);
  }

  @Override
  public void close() {
    directions.forEach(RecurrentLayer::close);
    parameters.close();
    generator.close();
  }
}
