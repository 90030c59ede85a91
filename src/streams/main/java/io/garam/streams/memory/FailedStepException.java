package io.garam.streams.memory;

/** The network failed on the steps of many; each is then taken alone, when it has its turn. */
final class FailedStepException extends RuntimeException {

  FailedStepException(Throwable cause) {
    super(cause);
  }
}
