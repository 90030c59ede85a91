package io.garam.training.export;

/**
 * Weights of one view's dialogue step, from what was read of an utterance to what its answer comes
 * from.
 *
 * @param cell the recurrent cell
 * @param vector numbers in an utterance's vector
 * @param hidden units of the cell
 * @param weight {@code [vector, features]}, to the vector
 * @param bias {@code [vector]}
 * @param speakers {@code [rows, vector]}, the table of speakers
 * @param recurrent the cell's
 */
public record DialogueWeights(
    Cell cell,
    int vector,
    int hidden,
    float[] weight,
    float[] bias,
    float[] speakers,
    DirectionWeights recurrent) {

  /** Returns the numbers in the state that goes from one utterance to the next. */
  int stateSize() {
    return cell.states() * hidden;
  }
}
