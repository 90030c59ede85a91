package io.garam.benchmarks.memory;

import java.util.Random;

/**
 * Sequences whose first token decides the label, and all later ones distract: one of four signals,
 * then distractors drawn from eight. All are as likely as each other, so that guessing is right one
 * time in four.
 */
final class FirstTokenTask {

  static final int LABELS = 4;
  static final int DISTRACTORS = 8;
  static final int TOKENS = LABELS + DISTRACTORS;

  private final Random random;

  FirstTokenTask(long seed) {
    this.random = new Random(seed);
  }

  /**
   * Sequences of one length.
   *
   * @param tokens {@code [sequences, 1 + distance]}, signals first
   * @param labels the true label of each
   */
  record Sequences(int[][] tokens, long[] labels) {}

  /** Draws sequences with {@code distance} distractors each. */
  Sequences draw(int count, int distance) {
    int[][] tokens = new int[count][1 + distance];
    long[] labels = new long[count];
    for (int row = 0; row < count; row++) {
      int signal = random.nextInt(LABELS);
      labels[row] = signal;
      tokens[row][0] = signal;
      for (int t = 1; t <= distance; t++) {
        tokens[row][t] = LABELS + random.nextInt(DISTRACTORS);
      }
    }
    return new Sequences(tokens, labels);
  }
}
