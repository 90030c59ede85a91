package io.garam.training.network.layer;

import io.garam.training.checkpoint.CheckpointVisitor;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;

/**
 * Parameters of a network: its dense weights, as libtorch's tensors, in the order of their making.
 */
public final class Parameters implements AutoCloseable {

  private final List<Tensor> tensors = new ArrayList<>();
  private final Random random;

  /**
   * @param random what the first numbers come from
   */
  public Parameters(Random random) {
    this.random = random;
  }

  /** Makes a tensor of numbers between plus and minus {@code bound}, all equally likely. */
  public Tensor uniform(double bound, long... shape) {
    long size = 1;
    for (long dimension : shape) {
      size *= dimension;
    }
    float[] values = new float[Math.toIntExact(size)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (bound * (2 * random.nextDouble() - 1));
    }
    Tensor tensor = Tensor.create(values, shape);
    tensor.set_requires_grad(true);
    tensors.add(tensor);
    return tensor;
  }

  /** Returns all tensors, for an optimizer. */
  public TensorVector all() {
    return new TensorVector(tensors.toArray(Tensor[]::new));
  }

  /** Returns a copy of all numbers, for {@link #restore}. */
  public float[][] snapshot() {
    return tensors.stream().map(Parameters::values).toArray(float[][]::new);
  }

  /** Goes back to the numbers of an earlier moment. */
  public void restore(float[][] snapshot) {
    for (int i = 0; i < snapshot.length; i++) {
      FloatBuffer buffer = tensors.get(i).createBuffer();
      buffer.put(snapshot[i]);
    }
  }

  /** Exchanges all numbers with a checkpoint's. */
  public void accept(CheckpointVisitor checkpoint) {
    for (int i = 0; i < tensors.size(); i++) {
      checkpoint.tensor("tensor" + i, tensors.get(i));
    }
  }

  /** Copies a tensor's numbers out. */
  public static float[] values(Tensor tensor) {
    FloatBuffer buffer = tensor.contiguous().createBuffer();
    float[] values = new float[buffer.remaining()];
    buffer.get(values);
    return values;
  }

  @Override
  public void close() {
    tensors.forEach(Tensor::close);
  }
}
