package io.garam.training.export;

import java.util.List;

/** The recurrent cells, with what differs between libtorch and ONNX. */
public enum Cell {
  /**
   * Gated recurrent unit in cuDNN's variant, the one libtorch has: the reset gate applies after the
   * matrix product (Cho et al. 2014 apply it before).
   */
  GRU,

  /** Long short-term memory (Hochreiter and Schmidhuber 1997). */
  LSTM;

  /** Returns how many gates, and so how many blocks of rows in each weight matrix, there are. */
  public int gates() {
    return onnxGates().size();
  }

  /**
   * Returns, for each gate in ONNX's order, its place in libtorch's. GRU: libtorch has reset,
   * update, new; ONNX update, reset, hidden. LSTM: libtorch has input, forget, cell, output; ONNX
   * input, output, forget, cell.
   */
  List<Integer> onnxGates() {
    return switch (this) {
      case GRU -> List.of(1, 0, 2);
      case LSTM -> List.of(0, 3, 1, 2);
    };
  }
}
