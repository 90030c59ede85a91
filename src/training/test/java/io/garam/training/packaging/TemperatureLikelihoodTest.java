package io.garam.training.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class TemperatureLikelihoodTest {

  @Test
  void aModelThatSaysNothingCostsTheLogarithmOfItsLabels() {
    TemperatureLikelihood even =
        new TemperatureLikelihood(new double[][] {{0, 0, 0}, {0, 0, 0}}, new int[] {0, 2});

    assertThat(even.negativeLog(1)).isCloseTo(2 * Math.log(3), within(1e-12));
    assertThat(even.negativeLog(0.1)).isCloseTo(2 * Math.log(3), within(1e-12));
  }

  @Test
  void theDoubtIsThatOfPlatt() {
    TemperatureLikelihood one = new TemperatureLikelihood(new double[][] {{0, 4}}, new int[] {0});
    double doubt = 1.0 / 3;
    double expected = doubt * 2 / 2 + Math.log(1 + Math.exp(-4.0 / 2));

    assertThat(one.negativeLog(2)).isCloseTo(expected, within(1e-12));
  }

  @Test
  void evenAModelWithoutAnErrorIsNotMadeCertain() {
    TemperatureLikelihood right =
        new TemperatureLikelihood(new double[][] {{0, 5}, {5, 0}}, new int[] {0, 1});

    assertThat(right.negativeLog(0.05)).isGreaterThan(right.negativeLog(3));
  }
}
