package io.garam.training.checkpoint;

import java.nio.FloatBuffer;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.InputArchive;
import org.bytedeco.pytorch.Optimizer;
import org.bytedeco.pytorch.Tensor;

/** Replaces state by that of an archive of libtorch's. */
record Reading(InputArchive archive, String prefix) implements Exchange {

  @Override
  public String text(String name, String value) {
    return read(name).toStringRef().getString();
  }

  @Override
  public int number(String name, int value) {
    return Math.toIntExact(read(name).toInt());
  }

  private IValue read(String name) {
    IValue value = new IValue();
    archive.read(prefix + name, value);
    return value;
  }

  @Override
  public void floats(String name, float[] values) {
    buffer(name, values.length).get(values);
  }

  @Override
  public void tensor(String name, Tensor tensor) {
    FloatBuffer target = tensor.createBuffer();
    target.put(buffer(name, target.remaining()));
  }

  /** Fewer or more numbers are those of another network, even if the file is sound. */
  private FloatBuffer buffer(String name, int expected) {
    Tensor saved = new Tensor();
    archive.read(prefix + name, saved);
    FloatBuffer buffer = saved.createBuffer();
    if (buffer.remaining() != expected) {
      throw new IllegalArgumentException(
          prefix + name + " has " + buffer.remaining() + " numbers and not " + expected);
    }
    return buffer;
  }

  @Override
  public void optimizer(String name, Optimizer optimizer) {
    InputArchive nested = new InputArchive();
    archive.read(prefix + name, nested);
    optimizer.load(nested);
  }

  @Override
  public Exchange part(String name) {
    return new Reading(archive, prefix + name + "_");
  }
}
