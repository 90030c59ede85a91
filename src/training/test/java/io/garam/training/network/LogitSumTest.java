package io.garam.training.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LogitSumTest {

  @Test
  void theMeanIsThatOfAllNetworks() {
    LogitSum sum = new LogitSum(new float[][] {{1, 2}, {3, 4}});
    sum.add(new float[][] {{3, 0}, {1, -4}});
    sum.add(new float[][] {{2, 1}, {2, 3}});

    assertThat(sum.mean(3)).isDeepEqualTo(new float[][] {{2, 1}, {2, 1}});
  }

  @Test
  void anUtteranceWithoutLabelsIsPassedOver() {
    LogitSum sum = new LogitSum(new float[][] {{}, {3, 4}});

    sum.add(new float[][] {{9, 9}, {1, 1}});

    assertThat(sum.values()).isDeepEqualTo(new float[][] {{}, {4, 5}});
  }
}
