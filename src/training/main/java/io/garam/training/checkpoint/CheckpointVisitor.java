package io.garam.training.checkpoint;

import org.bytedeco.pytorch.Tensor;

/**
 * Visitor of the state of a training, for both directions: state is named once, and a checkpoint
 * that is being written takes it, one that is being read replaces it. So what is read is always
 * what was written, in the same order.
 */
public sealed interface CheckpointVisitor permits CheckpointWriter, CheckpointReader {

  /** Exchanges a text, and returns the one that holds from now on. */
  String text(String name, String value);

  /** Exchanges a number that is not negative, and returns the one that holds from now on. */
  int number(String name, int value);

  /** Exchanges an array of numbers in place. */
  void floats(String name, float[] values);

  /** Exchanges a tensor of 32-bit numbers in place. */
  void tensor(String name, Tensor tensor);

  /** Returns an exchange of which all names are apart from those of others. */
  CheckpointVisitor part(String name);
}
