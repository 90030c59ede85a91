package io.garam.evaluation.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.garam.evaluation.chart.Axis.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTest {

  @Test
  void ticksAreRoundAndTellEachOtherApart() {
    assertThat(ticks(Axis.percent(""))).containsExactly("0%", "20%", "40%", "60%", "80%", "100%");
    assertThat(ticks(new Axis("", 1, 14, Unit.NUMBER)))
        .containsExactly("2", "4", "6", "8", "10", "12", "14");
    assertThat(ticks(new Axis("", 0.89, 0.91, Unit.PERCENT)))
        .containsExactly("89.0%", "89.5%", "90.0%", "90.5%", "91.0%");
    assertThat(ticks(new Axis("", 1, 3, Unit.COUNT))).containsExactly("1", "2", "3");
    assertThat(ticks(new Axis("", 0, 12_000, Unit.NUMBER))).contains("10,000");
  }

  @ParameterizedTest
  @CsvSource({"0.13, 2.94", "0.9, 0.9", "0, 0", "-3, 4", "1e-7, 3e-7", "1, 4300"})
  void anAxisHoldsItsValuesBetweenTicks(double least, double greatest) {
    Axis axis = Axis.holding("", Unit.NUMBER, DoubleStream.of(greatest, least));

    assertThat(axis.from()).isLessThanOrEqualTo(least);
    assertThat(axis.to()).isGreaterThanOrEqualTo(greatest).isGreaterThan(axis.from());
    assertThat(axis.ticks()).hasSizeBetween(2, 11);
    assertThat(axis.ticks()[0]).isEqualTo(axis.from(), within(1e-12));
  }

  @Test
  void nothingToHoldIsAnAxisToo() {
    assertThat(Axis.holding("", Unit.NUMBER, DoubleStream.of(Double.NaN)).ticks()).isNotEmpty();
  }

  @Test
  void zeroHasNoSign() {
    assertThat(ticks(new Axis("", 0, 0.3, Unit.PERCENT))).startsWith("0%");
  }

  @Test
  void anAxisWithoutLengthIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Axis("", 1, 1, Unit.NUMBER));
  }

  private static List<String> ticks(Axis axis) {
    return Arrays.stream(axis.ticks()).mapToObj(axis::text).toList();
  }
}
