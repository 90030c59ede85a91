package io.garam.training.settings;

import io.garam.training.export.Cell;
import io.garam.training.network.NetworkShape;
import org.jspecify.annotations.Nullable;

/**
 * Network settings: the recurrent layer over token vectors and the embedding tables below it.
 *
 * @param cell the recurrent cell
 * @param directions 1 for forward, 2 for forward and backward
 * @param embedding numbers in a token vector
 * @param hidden units of the recurrent layer in each direction
 * @param characterHidden units of the layer over characters in each direction
 * @param deviation the standard deviation of the embedding tables' first, random numbers
 */
public record NetworkSettings(
    Cell cell, int directions, int embedding, int hidden, int characterHidden, double deviation) {

  /**
   * Returns the sizes of a network.
   *
   * @param labels how many there are
   * @param dialogue how dialogues are followed; null to judge every utterance alone
   */
  NetworkShape shape(int labels, @Nullable DialogueSettings dialogue) {
    return new NetworkShape(
        cell,
        directions,
        embedding,
        hidden,
        characterHidden,
        labels,
        dialogue == null ? null : dialogue.shape());
  }
}
