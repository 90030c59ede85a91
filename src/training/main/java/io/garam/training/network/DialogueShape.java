package io.garam.training.network;

import io.garam.training.export.Cell;

/**
 * Sizes of a view's dialogue step.
 *
 * @param cell the recurrent cell that goes from utterance to utterance
 * @param vector numbers that an utterance is told it by
 * @param hidden units of the cell
 * @param speakerRows rows of the table of speakers
 */
public record DialogueShape(Cell cell, int vector, int hidden, int speakerRows) {

  /** Returns the numbers in the state that goes from one utterance to the next. */
  public int stateSize() {
    return cell.states() * hidden;
  }
}
