package io.garam.training.network;

import io.garam.training.export.Cell;
import org.jspecify.annotations.Nullable;

/**
 * Sizes of a network.
 *
 * @param cell the recurrent cell
 * @param directions 1 for forward, 2 for forward and backward
 * @param embedding numbers in a token vector
 * @param hidden units of the recurrent layer in each direction
 * @param characterHidden units of the layer over characters in each direction
 * @param labels how many labels
 * @param dialogue the dialogue step, null where every utterance is judged alone
 */
public record NetworkShape(
    Cell cell,
    int directions,
    int embedding,
    int hidden,
    int characterHidden,
    int labels,
    @Nullable DialogueShape dialogue) {

  private static final int MOST_EMBEDDING_OF_CHARACTERS = 64;

  /**
   * Returns the sizes of the network over characters: there are several times as many to read, and
   * wider vectors of them are slower without being better.
   */
  NetworkShape forCharacters() {
    return new NetworkShape(
        cell,
        directions,
        Math.min(embedding, MOST_EMBEDDING_OF_CHARACTERS),
        characterHidden,
        characterHidden,
        labels,
        dialogue);
  }

  /**
   * Returns the numbers that are read of an utterance: the last states and the maxima over time.
   */
  int features() {
    return 2 * directions * hidden;
  }
}
