package io.garam.evaluation.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TickStepTest {

  @ParameterizedTest
  @CsvSource({"1, 0.2", "2, 0.5", "4, 1", "10, 2", "20, 5", "0.01, 0.002", "7000, 1000"})
  void aStepIsOneTwoOrFiveTimesAPowerOfTen(double range, double step) {
    assertThat(TickStep.of(Unit.NUMBER, range).size()).isCloseTo(step, within(step * 1e-9));
  }

  @Test
  void whatIsCountedHasNoTickBetweenWholeNumbers() {
    assertThat(TickStep.of(Unit.COUNT, 2).size()).isEqualTo(1);
    assertThat(TickStep.of(Unit.COUNT, 0.3).size()).isEqualTo(1);
  }

  @Test
  void ticksAreTheMultiplesInTheRange() {
    assertThat(new TickStep(0.5).ticks(-0.6, 1)).containsExactly(-0.5, 0.0, 0.5, 1.0);
    assertThat(new TickStep(10).ticks(11, 19)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"20, 1, 0", "1, 1, 0", "0.5, 1, 1", "0.02, 1, 2", "0.02, 100, 0", "0.001, 100, 1"})
  void decimalsTellOneTickFromTheNext(double step, int factor, int decimals) {
    assertThat(new TickStep(step).decimals(factor)).isEqualTo(decimals);
  }
}
