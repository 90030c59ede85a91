package io.garam.training.export;

import java.util.List;

/**
 * The dense weights of one view's network: token vectors into one recurrent layer, whose last state
 * and maximum over time go into a linear output.
 *
 * @param cell the recurrent cell
 * @param embedding numbers in a token vector
 * @param hidden units of the layer in each direction
 * @param labels how many labels
 * @param directions forward, then backward where the layer has both
 * @param outputWeight {@code [labels, 2 * directions * hidden]}: last states, then maxima
 * @param outputBias {@code [labels]}
 */
public record ViewWeights(
    Cell cell,
    int embedding,
    int hidden,
    int labels,
    List<DirectionWeights> directions,
    float[] outputWeight,
    float[] outputBias) {

  public ViewWeights {
    directions = List.copyOf(directions);
  }

  /** Returns the numbers of a state, of all directions together. */
  int stateSize() {
    return directions.size() * hidden;
  }

  /** Returns the rows of a weight matrix, of all gates together. */
  int gateRows() {
    return cell.gates() * hidden;
  }
}
