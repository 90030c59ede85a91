package io.garam.training.settings;

import io.garam.training.export.Cell;

/**
 * Suggested network, by the speed that is wanted: a GRU, of more units where there are many labels.
 * Beside characters, which are asked where words are in doubt, the words do with fewer.
 *
 * @param large whether the corpus is
 * @param manyLabels whether it has more than {@value SuggestedSettings#MANY_LABELS}
 */
record SuggestedNetwork(boolean large, boolean manyLabels) {

  private static final int CHARACTER_HIDDEN = 64;

  /**
   * Returns the network.
   *
   * @param twoStages whether words and characters can be the stages of a cascade
   * @param directions in which utterances are read
   */
  NetworkSettings of(Speed speed, boolean twoStages, int directions) {
    int widest = manyLabels ? 128 : 64;
    int hidden =
        switch (speed) {
          case ACCURATE -> widest;
          case BALANCED -> twoStages ? (manyLabels ? 96 : 32) : widest;
          case FAST -> widest / 2;
        };
    int embedding = manyLabels ? hidden : Math.max(hidden, 64);
    int characterHidden = speed == Speed.FAST ? CHARACTER_HIDDEN / 2 : CHARACTER_HIDDEN;
    return new NetworkSettings(
        Cell.GRU, directions, embedding, hidden, characterHidden, large ? 0.1 : 0.02);
  }
}
