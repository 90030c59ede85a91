package io.garam.nlu.explanation;

import java.util.List;

/**
 * Gates of a recurrent layer over the steps of an utterance, or of a dialogue.
 *
 * @param name what it reads, such as {@code words}
 * @param cell GRU, LSTM or RNN, which has no gates
 * @param units numbers in its hidden state, in each direction
 * @param steps what it reads step by step, in the order of the text; utterances of a dialogue after
 *     their speaker and a colon, where there is one
 * @param directions forward, and backward where it reads both ways
 * @since 0.1.0
 */
public record LayerGates(
    String name, String cell, int units, List<String> steps, List<DirectionGates> directions) {

  public LayerGates {
    steps = List.copyOf(steps);
    directions = List.copyOf(directions);
  }

  /**
   * Gates of one direction.
   *
   * @param name forward or backward
   * @param gates in the order in which they are explained; empty for an RNN
   * @param kept for each step, how much of the hidden or cell state after it is carried to the last
   *     one read, 0 to 1: the product of what the update or forget gate keeps at each later step,
   *     as the mean of all units. 1 at the last step read; empty for an RNN
   */
  public record DirectionGates(String name, List<Gate> gates, double[] kept) {

    public DirectionGates {
      gates = List.copyOf(gates);
    }
  }

  /**
   * A gate.
   *
   * @param name such as {@code forget}
   * @param openings how far it is open, 0 to 1, {@code [steps, units]}
   */
  public record Gate(String name, float[][] openings) {

    /** Returns the mean opening of all units at a step. */
    public double mean(int step) {
      double sum = 0;
      for (float opening : openings[step]) {
        sum += opening;
      }
      return sum / openings[step].length;
    }
  }
}
