package io.garam.evaluation.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
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
  void aDoublingAxisSpacesDoublesEvenly() {
    Axis axis = new Axis("", 5, 160, Unit.COUNT, Scale.DOUBLING);

    assertThat(ticks(axis)).containsExactly("5", "10", "20", "40", "80", "160");
    assertThat(DoubleStream.of(axis.ticks()).map(axis::share).toArray())
        .containsExactly(new double[] {0, 0.2, 0.4, 0.6, 0.8, 1}, within(1e-12));
  }

  @Test
  void anAxisOfTenPowersWritesThemAsSuch() {
    Axis axis = new Axis("", 1e-45, 1e5, Unit.NUMBER, Scale.TEN_POWERS);

    assertThat(ticks(axis)).containsExactly("10⁻⁴⁰", "10⁻³⁰", "10⁻²⁰", "10⁻¹⁰", "1");
    assertThat(axis.share(1)).isEqualTo(0.9, within(1e-12));
    assertThat(ticks(new Axis("", 1, 1000, Unit.NUMBER, Scale.TEN_POWERS)))
        .containsExactly("1", "10", "10²", "10³");
  }

  @Test
  void nothingLiesAtTheBeginningOfALogarithmicAxis() {
    assertThat(new Axis("", 1e-45, 1, Unit.NUMBER, Scale.TEN_POWERS).share(0)).isZero();
  }

  @Test
  void aLogarithmicAxisFromZeroIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Axis("", 0, 8, Unit.COUNT, Scale.DOUBLING));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "14:30:00Z | 14:30:20Z | 14:30:00 14:30:05 14:30:10 14:30:15 14:30:20",
        "14:30:00Z | 16:10:00Z | 14:30 15:00 15:30 16:00",
        "21:00:00Z | 23:59:59Z | 21:00 21:30 22:00 22:30 23:00 23:30"
      })
  void ticksOfTimeAreRoundTimes(String from, String to, String expected) {
    assertThat(String.join(" ", times("2026-11-25T" + from, "2026-11-25T" + to)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-24T15:00:00Z | 2026-11-25T15:00:00Z | 15:00 18:00 21:00 11-25 03:00 06:00 09:00"
            + " 12:00 15:00",
        "2026-11-25T10:00:00Z | 2026-12-01T10:00:00Z | 11-26 11-27 11-28 11-29 11-30 12-01",
        "2026-11-01T00:00:00Z | 2026-12-01T00:00:00Z | 11-02 11-09 11-16 11-23 11-30",
        "2026-10-15T00:00:00Z | 2027-04-02T00:00:00Z | 2026-11 2026-12 2027-01 2027-02 2027-03"
            + " 2027-04",
        "1999-06-01T00:00:00Z | 2026-06-01T00:00:00Z | 2000 2005 2010 2015 2020 2025",
        "1970-01-01T00:00:00Z | 9999-01-01T00:00:00Z | 2000 4000 6000 8000"
      })
  void ticksOfTimeAreDatesOverLongerTimes(String from, String to, String expected) {
    assertThat(String.join(" ", times(from, to))).isEqualTo(expected);
  }

  private static List<String> times(String from, String to) {
    return ticks(
        new Axis(
            "", Instant.parse(from).toEpochMilli(), Instant.parse(to).toEpochMilli(), Unit.TIME));
  }

  @Test
  void anAxisWithoutLengthIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Axis("", 1, 1, Unit.NUMBER));
  }

  private static List<String> ticks(Axis axis) {
    return Arrays.stream(axis.ticks()).mapToObj(axis::text).toList();
  }
}
