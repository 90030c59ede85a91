package io.garam.nlu.graph;

import java.io.Serial;

/** A graph is not as training writes it; the message says what was found, for "but found". */
final class UnexpectedGraphException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  UnexpectedGraphException(String found) {
    super(found);
  }
}
