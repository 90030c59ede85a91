package io.garam.nlu.graph;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * A constant of a graph.
 *
 * @param type of its numbers
 * @param shape its dimensions, none for a single number
 * @param raw its numbers, little-endian
 */
record Tensor(ElementType type, List<Long> shape, ByteBuffer raw) {

  Tensor {
    shape = List.copyOf(shape);
  }

  /**
   * Returns how many bytes the numbers of a shape take; -1 where there are none, or more than an
   * array could hold.
   */
  static long bytes(ElementType type, List<Long> shape) {
    long bytes = type.bytes();
    for (long dimension : shape) {
      if (dimension < 1 || bytes > Integer.MAX_VALUE / dimension) {
        return -1;
      }
      bytes *= dimension;
    }
    return bytes;
  }

  /** Says whether all numbers are finite, which whole ones always are. */
  boolean isFinite() {
    if (type != ElementType.FLOAT) {
      return true;
    }
    ByteBuffer numbers = numbers();
    while (numbers.hasRemaining()) {
      if (!Float.isFinite(numbers.getFloat())) {
        return false;
      }
    }
    return true;
  }

  /** Returns the numbers, as whole ones. */
  List<Long> values() {
    ByteBuffer numbers = numbers();
    List<Long> values = new ArrayList<>();
    while (numbers.hasRemaining()) {
      values.add(
          switch (type) {
            case FLOAT -> (long) numbers.getFloat();
            case INT8 -> (long) numbers.get();
            case INT32 -> (long) numbers.getInt();
            case INT64 -> numbers.getLong();
          });
    }
    return values;
  }

  private ByteBuffer numbers() {
    return raw.duplicate().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Returns type and shape, such as {@code float[2,192,64]}. */
  String declared() {
    return type.declared(shape);
  }
}
