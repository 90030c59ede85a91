package io.garam.nlu.graph;

import java.io.Serial;

/** A graph is not as training writes it; the message says what was found, for "but found". */
final class UnexpectedGraphException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  UnexpectedGraphException(String found) {
    super(found);
  }

  /** Returns that a message of ONNX's has a field that exported graphs do not have. */
  static UnexpectedGraphException ofField(String message, int field) {
    return new UnexpectedGraphException("field " + field + " of ONNX's " + message);
  }

  /** Refuses all fields of a message of ONNX's but one. */
  static void requireField(int expected, int found, String message)
      throws UnexpectedGraphException {
    if (found != expected) {
      throw ofField(message, found);
    }
  }
}
