package io.garam.training.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import org.bytedeco.pytorch.Tensor;

/** Writes state: of each entry its name, its {@link Kind} and its value, big-endian. */
record CheckpointWriter(DataOutputStream out, String prefix) implements CheckpointVisitor {

  private static final int PIECE = 1 << 14;

  @Override
  public String text(String name, String value) {
    byte[] bytes = value.getBytes(UTF_8);
    try {
      begin(name, Kind.TEXT);
      out.writeInt(bytes.length);
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return value;
  }

  @Override
  public int number(String name, int value) {
    try {
      begin(name, Kind.NUMBER);
      out.writeInt(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return value;
  }

  @Override
  public void floats(String name, float[] values) {
    write(name, FloatBuffer.wrap(values));
  }

  @Override
  public void tensor(String name, Tensor tensor) {
    write(name, tensor.createBuffer());
  }

  private void write(String name, FloatBuffer values) {
    try {
      begin(name, Kind.FLOATS);
      out.writeInt(values.remaining());
      ByteBuffer piece = ByteBuffer.allocate(PIECE * Float.BYTES);
      while (values.hasRemaining()) {
        int count = Math.min(PIECE, values.remaining());
        piece.asFloatBuffer().put(values.slice(values.position(), count));
        values.position(values.position() + count);
        out.write(piece.array(), 0, count * Float.BYTES);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void begin(String name, Kind kind) throws IOException {
    out.writeUTF(prefix + name);
    out.writeByte(kind.code());
  }

  @Override
  public CheckpointVisitor part(String name) {
    return new CheckpointWriter(out, prefix + name + "_");
  }
}
