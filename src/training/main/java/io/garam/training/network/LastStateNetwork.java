package io.garam.training.network;

import io.garam.training.network.layer.LinearLayer;
import io.garam.training.network.layer.Parameters;
import io.garam.training.network.layer.RecurrentLayer;
import io.garam.training.network.layer.Rows;
import io.garam.training.optimizer.AdamSettings;
import io.garam.training.optimizer.ClippedAdamW;
import java.util.Random;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Last-state network: a recurrent layer in one direction whose last state alone goes into a linear
 * output: what it answers about an early token is what its state has carried to the end. To look at
 * a cell's memory with; a {@link Learner}'s network takes the maximum over time too, which needs no
 * memory.
 *
 * <p>Token vectors are one-hot, and sequences that go in together are of one length.
 */
public final class LastStateNetwork implements AutoCloseable {

  private static final double NO_WEIGHT_DECAY = 0;

  private final NetworkShape shape;
  private final Parameters parameters;
  private final RecurrentLayer layer;
  private final LinearLayer output;
  private final ClippedAdamW optimizer;

  /**
   * @param shape with one direction, and as many numbers in a token vector as there are tokens
   * @param random what the first weights come from
   */
  public LastStateNetwork(NetworkShape shape, Random random) {
    this.shape = shape;
    this.parameters = new Parameters(random);
    this.layer = new RecurrentLayer(shape.cell(), shape.embedding(), shape.hidden(), parameters);
    this.output = LinearLayer.of(shape.hidden(), shape.labels(), parameters);
    this.optimizer = new ClippedAdamW(parameters.all(), AdamSettings.DEFAULT, NO_WEIGHT_DECAY);
  }

  /**
   * Learns from a batch.
   *
   * @param sequences ids of tokens, {@code [sequences, time]}
   * @param labels the true label of each
   * @return the mean loss, in nats
   */
  @SuppressWarnings("try") // The scope is there to free what the batch allocates.
  public double learn(int[][] sequences, long[] labels, double learningRate) {
    try (PointerScope scope = new PointerScope()) {
      Tensor loss = loss(vectors(sequences), labels);
      optimizer.zeroGradients();
      loss.backward();
      optimizer.step(learningRate);
      return loss.item_float();
    }
  }

  /** Returns the logits of sequences, {@code [sequences, labels]}. */
  @SuppressWarnings("try") // The scope and the guard are there for what they end.
  public float[][] logits(int[][] sequences) {
    try (PointerScope scope = new PointerScope();
        NoGradGuard guard = new NoGradGuard()) {
      return Rows.of(logits(vectors(sequences), false));
    }
  }

  /**
   * Returns, for each step of time, the length of the loss's gradient by the token vector there:
   * the Euclidean norm for one sequence, averaged over the sequences. It tells how much of what the
   * token does to the answer can be learned.
   *
   * @param labels the true label of each sequence
   */
  @SuppressWarnings("try") // The scope is there to free what the batch allocates.
  public double[] gradientNorms(int[][] sequences, long[] labels) {
    try (PointerScope scope = new PointerScope()) {
      Tensor vectors = vectors(sequences);
      vectors.set_requires_grad(true);
      loss(vectors, labels).backward();
      float[] gradients = Parameters.values(vectors.grad());
      double[] norms = new double[sequences[0].length];
      for (int at = 0; at < gradients.length; at += shape.embedding()) {
        // Squares of vanishing gradients are below the smallest float.
        double squares = 0;
        for (int i = at; i < at + shape.embedding(); i++) {
          squares += (double) gradients[i] * gradients[i];
        }
        // The loss is a mean over the sequences, so that the sum of their norms is a mean too.
        norms[at / shape.embedding() % norms.length] += Math.sqrt(squares);
      }
      return norms;
    }
  }

  private Tensor vectors(int[][] sequences) {
    int time = sequences[0].length;
    float[] oneHot = new float[sequences.length * time * shape.embedding()];
    for (int row = 0; row < sequences.length; row++) {
      for (int t = 0; t < time; t++) {
        oneHot[(row * time + t) * shape.embedding() + sequences[row][t]] = 1;
      }
    }
    return Tensor.create(oneHot, sequences.length, time, shape.embedding());
  }

  private Tensor loss(Tensor vectors, long[] labels) {
    return torch.cross_entropy_loss(logits(vectors, true), Tensor.create(labels));
  }

  private Tensor logits(Tensor vectors, boolean learning) {
    return output.forward(layer.states(vectors, learning).select(1, vectors.size(1) - 1));
  }

  @Override
  public void close() {
    layer.close();
    optimizer.close();
    parameters.close();
  }
}
