package io.garam.training.checkpoint;

/** What an entry of a checkpoint is. */
enum Kind {
  /** Its length in bytes, then UTF-8. */
  TEXT(0),
  /** A 32-bit number. */
  NUMBER(1),
  /** How many there are, then 32-bit floating-point numbers. */
  FLOATS(2);

  private final int code;

  Kind(int code) {
    this.code = code;
  }

  /** Returns what stands for it in a file. */
  int code() {
    return code;
  }
}
