package io.garam.training.checkpoint;

import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.Optimizer;
import org.bytedeco.pytorch.OutputArchive;
import org.bytedeco.pytorch.Tensor;

/** Takes state into an archive of libtorch's. */
record Writing(OutputArchive archive, String prefix) implements Exchange {

  @Override
  public String text(String name, String value) {
    archive.write(prefix + name, new IValue(value));
    return value;
  }

  @Override
  public int number(String name, int value) {
    archive.write(prefix + name, new IValue((long) value));
    return value;
  }

  @Override
  public void floats(String name, float[] values) {
    tensor(name, Tensor.create(values));
  }

  @Override
  public void tensor(String name, Tensor tensor) {
    archive.write(prefix + name, tensor);
  }

  @Override
  public void optimizer(String name, Optimizer optimizer) {
    OutputArchive nested = new OutputArchive();
    optimizer.save(nested);
    archive.write(prefix + name, nested);
  }

  @Override
  public Exchange part(String name) {
    return new Writing(archive, prefix + name + "_");
  }
}
