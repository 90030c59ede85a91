package io.garam.training.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import org.bytedeco.pytorch.Tensor;

/**
 * Replaces state by that of a file. Each entry has to be the one that is asked for, of the same
 * size, and its numbers finite: whoever made the file, what it holds is no more than other weights.
 */
record CheckpointReader(DataInputStream in, String prefix) implements CheckpointVisitor {

  private static final int PIECE = 1 << 14;
  private static final int LONGEST_TEXT = 16 << 20;

  @Override
  public String text(String name, String value) {
    try {
      begin(name, Kind.TEXT);
      int length = in.readInt();
      require(length >= 0 && length <= LONGEST_TEXT, name, "a text of " + length + " bytes");
      byte[] bytes = in.readNBytes(length);
      if (bytes.length < length) {
        throw new EOFException();
      }
      return new String(bytes, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public int number(String name, int value) {
    try {
      begin(name, Kind.NUMBER);
      int number = in.readInt();
      require(number >= 0, name, "the number " + number);
      return number;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void floats(String name, float[] values) {
    read(name, FloatBuffer.wrap(values));
  }

  @Override
  public void tensor(String name, Tensor tensor) {
    read(name, tensor.createBuffer());
  }

  /** Fewer or more numbers are those of another network, even if the file is sound. */
  private void read(String name, FloatBuffer target) {
    try {
      begin(name, Kind.FLOATS);
      int length = in.readInt();
      require(length == target.remaining(), name, length + " numbers");
      byte[] bytes = new byte[PIECE * Float.BYTES];
      while (target.hasRemaining()) {
        int count = Math.min(PIECE, target.remaining());
        in.readFully(bytes, 0, count * Float.BYTES);
        FloatBuffer piece = ByteBuffer.wrap(bytes).asFloatBuffer().limit(count);
        for (int i = 0; i < count; i++) {
          if (!Float.isFinite(piece.get(i))) {
            throw fault(name, "the number " + piece.get(i));
          }
        }
        target.put(piece);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void begin(String name, Kind kind) throws IOException {
    String found = in.readUTF();
    require(found.equals(prefix + name), name, found);
    int number = in.readUnsignedByte();
    require(number == kind.code(), name, "an entry of kind " + number);
  }

  private void require(boolean holds, String name, String found) {
    if (!holds) {
      throw fault(name, found);
    }
  }

  private IllegalArgumentException fault(String name, String found) {
    return new IllegalArgumentException("in place of " + prefix + name + " there is " + found);
  }

  @Override
  public CheckpointVisitor part(String name) {
    return new CheckpointReader(in, prefix + name + "_");
  }
}
