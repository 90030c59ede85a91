package io.garam.nlu.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;

/** Buffers that ONNX Runtime reads without copying; they grow and are used again. */
final class DirectBuffers {

  private static final int[] PADDING = new int[256];

  private DirectBuffers() {}

  static IntBuffer ints(int size) {
    return bytes(size).asIntBuffer();
  }

  static FloatBuffer floats(int size) {
    return bytes(size).asFloatBuffer();
  }

  /** Returns a buffer of exactly {@code size} numbers: the given one if it has the room. */
  static IntBuffer reserved(IntBuffer buffer, int size) {
    IntBuffer enough = buffer.capacity() < size ? ints(size + size / 2) : buffer;
    enough.clear().limit(size);
    return enough;
  }

  /** Returns a buffer of exactly {@code size} numbers: the given one if it has the room. */
  static FloatBuffer reserved(FloatBuffer buffer, int size) {
    FloatBuffer enough = buffer.capacity() < size ? floats(size + size / 2) : buffer;
    enough.clear().limit(size);
    return enough;
  }

  /** Puts numbers, and as many zeros behind them as make them {@code width}. */
  static void putPadded(IntBuffer buffer, int[] numbers, int width) {
    buffer.put(numbers);
    for (int missing = width - numbers.length; missing > 0; missing -= PADDING.length) {
      buffer.put(PADDING, 0, Math.min(missing, PADDING.length));
    }
  }

  private static ByteBuffer bytes(int numbers) {
    return ByteBuffer.allocateDirect(numbers * Integer.BYTES).order(ByteOrder.nativeOrder());
  }
}
