package io.garam.training.export;

import java.util.List;

/**
 * Order of a cell's gates in ONNX, which weights are brought into.
 *
 * @param hidden units, each with a row for every gate
 */
record OnnxGates(Cell cell, int hidden) {

  /**
   * Returns matrices one after another, each with its gates in ONNX's order.
   *
   * @param columns of each matrix
   * @param matrices {@code [gates * hidden, columns]}, with the gates in libtorch's order
   */
  float[] of(int columns, List<float[]> matrices) {
    int block = hidden * columns;
    float[] all = new float[matrices.size() * cell.gates() * block];
    int next = 0;
    for (float[] matrix : matrices) {
      for (int gate : cell.onnxGates()) {
        System.arraycopy(matrix, gate * block, all, next, block);
        next += block;
      }
    }
    return all;
  }
}
