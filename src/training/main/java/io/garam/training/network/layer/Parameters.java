package io.garam.training.network;

import io.garam.training.checkpoint.CheckpointVisitor;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;

/** The dense weights of a network, as libtorch's tensors, in the order of their making. */
final class Parameters implements AutoCloseable {

  private final List<Tensor> tensors = new ArrayList<>();
  private final Random random;

  Parameters(Random random) {
    this.random = random;
  }

  /** Makes a tensor of numbers between plus and minus {@code bound}, all equally likely. */
  Tensor uniform(double bound, long... shape) {
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

  TensorVector all() {
    return new TensorVector(tensors.toArray(Tensor[]::new));
  }

  float[][] snapshot() {
    return tensors.stream().map(Parameters::values).toArray(float[][]::new);
  }

  void restore(float[][] snapshot) {
    for (int i = 0; i < snapshot.length; i++) {
      FloatBuffer buffer = tensors.get(i).createBuffer();
      buffer.put(snapshot[i]);
    }
  }

  void accept(CheckpointVisitor checkpoint) {
    for (int i = 0; i < tensors.size(); i++) {
      checkpoint.tensor("tensor" + i, tensors.get(i));
    }
  }

  /** Copies a tensor's numbers out. */
  static float[] values(Tensor tensor) {
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
