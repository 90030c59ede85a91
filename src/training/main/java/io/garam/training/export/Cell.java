package io.garam.training.export;

import java.util.List;

/**
 * Recurrent cells, with what differs between libtorch and ONNX. The two GRUs have the same weights
 * and gates, and differ in where the reset gate works; weights of one are wrong in the other.
 */
public enum Cell {
  /**
   * Gated recurrent unit in cuDNN's variant, the one libtorch has: the reset gate r works after the
   * matrix product, {@code n = tanh(W x + b + r * (U h + c))}.
   */
  GRU("GRU"),

  /**
   * Gated recurrent unit as published (Cho et al. 2014): the reset gate r works before the matrix
   * product, {@code n = tanh(W x + b + U (r * h) + c)}.
   */
  GRU_RESET_BEFORE("GRU"),

  /** Long short-term memory (Hochreiter and Schmidhuber 1997). */
  LSTM("LSTM"),

  /** Simple recurrent network without gates (Elman 1990), {@code h = tanh(W x + b + U h + c)}. */
  RNN("RNN");

  private final String onnxOperator;

  Cell(String onnxOperator) {
    this.onnxOperator = onnxOperator;
  }

  /** Returns the name of the ONNX operator that computes the cell. */
  String onnxOperator() {
    return onnxOperator;
  }

  /**
   * Returns how many blocks of rows there are in each weight matrix: one for each gate and one for
   * the candidate of the new state.
   */
  public int gates() {
    return onnxGates().size();
  }

  /** Returns how many parts a state has: the LSTM carries its cell state beside the hidden one. */
  public int states() {
    return this == LSTM ? 2 : 1;
  }

  /**
   * Returns, for each gate in ONNX's order, its place in libtorch's. GRU: libtorch has reset,
   * update, new; ONNX update, reset, hidden. LSTM: libtorch has input, forget, cell, output; ONNX
   * input, output, forget, cell.
   */
  List<Integer> onnxGates() {
    return switch (this) {
      case GRU, GRU_RESET_BEFORE -> List.of(1, 0, 2);
      case LSTM -> List.of(0, 3, 1, 2);
      case RNN -> List.of(0);
    };
  }
}
