package io.garam.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.garam.training.export.Cell;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class LastStateNetworkTest {

  private static final int[][] SEQUENCES = {{0, 2, 3}, {1, 3, 2}, {0, 3, 3}, {1, 2, 2}};
  private static final long[] LABELS = {0, 1, 0, 1};

  @BeforeAll
  static void load() {
    Libtorch.load();
  }

  @ParameterizedTest
  @EnumSource(Cell.class)
  void theFirstTokenIsLearned(Cell cell) {
    try (LastStateNetwork network = network(cell)) {
      double first = network.learn(SEQUENCES, LABELS, 1e-2);
      double last = first;
      for (int step = 0; step < 100; step++) {
        last = network.learn(SEQUENCES, LABELS, 1e-2);
      }

      assertThat(last).isLessThan(0.2 * first);
      float[][] logits = network.logits(SEQUENCES);
      for (int i = 0; i < LABELS.length; i++) {
        assertThat(logits[i][(int) LABELS[i]]).isGreaterThan(logits[i][1 - (int) LABELS[i]]);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Cell.class)
  void aGradientIsAMeanOverSequencesOfOnesOwn(Cell cell) {
    try (LastStateNetwork network = network(cell)) {
      double[] together = network.gradientNorms(SEQUENCES, LABELS);
      double[] mean = new double[together.length];
      for (int i = 0; i < SEQUENCES.length; i++) {
        double[] alone = network.gradientNorms(new int[][] {SEQUENCES[i]}, new long[] {LABELS[i]});
        for (int t = 0; t < mean.length; t++) {
          mean[t] += alone[t] / SEQUENCES.length;
        }
      }

      assertThat(together).hasSize(3);
      for (int t = 0; t < mean.length; t++) {
        assertThat(together[t]).isPositive().isCloseTo(mean[t], within(1e-6));
      }
    }
  }

  private static LastStateNetwork network(Cell cell) {
    return new LastStateNetwork(new NetworkShape(cell, 1, 4, 8, 8, 2, null), new Random(1));
  }
}
