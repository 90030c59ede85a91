package io.garam.training.network;

import io.garam.training.checkpoint.CheckpointVisitor;

/**
 * All weights of a view at one moment.
 *
 * @param tables copies of the embedding tables
 * @param network copies of the dense weights
 */
record ViewSnapshot(float[][] tables, float[][] network) {

  void accept(CheckpointVisitor checkpoint) {
    accept(checkpoint.part("tables"), tables);
    accept(checkpoint.part("network"), network);
  }

  private static void accept(CheckpointVisitor checkpoint, float[][] arrays) {
    for (int i = 0; i < arrays.length; i++) {
      checkpoint.floats(String.valueOf(i), arrays[i]);
    }
  }
}
