package io.garam.nlu.graph;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The types of numbers in exported graphs, with their codes in ONNX's {@code TensorProto}. */
enum ElementType {
  FLOAT(1, 4),
  INT8(3, 1),
  INT32(6, 4),
  INT64(7, 8);

  private final int code;
  private final int bytes;

  ElementType(int code, int bytes) {
    this.code = code;
    this.bytes = bytes;
  }

  /** Returns how many bytes a number takes. */
  int bytes() {
    return bytes;
  }

  /** Returns the type and a shape, such as {@code int32[batch,time]}. */
  String declared(List<?> shape) {
    return name().toLowerCase(Locale.ROOT)
        + shape.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
  }

  static ElementType of(long code) throws UnexpectedGraphException {
    for (ElementType type : values()) {
      if (type.code == code) {
        return type;
      }
    }
    throw new UnexpectedGraphException("numbers of ONNX's type " + code);
  }
}
