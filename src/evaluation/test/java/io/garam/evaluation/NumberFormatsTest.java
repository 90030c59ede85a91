package io.garam.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NumberFormatsTest {

  @Test
  void aTinyConfidenceIsNotWrittenAsNought() {
    assertThat(NumberFormats.confidence(0.0002, 3)).isEqualTo("<0.001");
    assertThat(NumberFormats.confidence(0.001, 3)).isEqualTo("0.001");
    assertThat(NumberFormats.confidence(0, 3)).isEqualTo("0.000");
    assertThat(NumberFormats.confidence(0.00002, 4)).isEqualTo("<0.0001");
  }

  @Test
  void sharesAreWrittenAsPercentagesOrFractions() {
    assertThat(NumberFormats.percent(0.12345)).isEqualTo("12.35 %");
    assertThat(NumberFormats.percent(1)).isEqualTo("100.00 %");
    assertThat(NumberFormats.percent(0.995, 0)).isEqualTo("100 %");
    assertThat(NumberFormats.fraction(0.5)).isEqualTo("0.5000");
    assertThat(NumberFormats.fraction(2 / 3.0, 2)).isEqualTo("0.67");
  }

  @Test
  void aDifferenceHasItsSign() {
    assertThat(NumberFormats.points(0.0123)).isEqualTo("+1.23");
    assertThat(NumberFormats.points(-0.5)).isEqualTo("-50.00");
    assertThat(NumberFormats.points(0)).isEqualTo("+0.00");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1.0",
    "0.5, 0.50",
    "0.25, 0.25",
    "0.125, 0.13",
    "0.0625, 0.063",
    "0.7, 0.70",
    "0.0123, 0.012",
    "0.996, 1.0",
    "0.000123, 0.00012",
    "0.000001, 0.0000010",
    "0.0000009, < 0.000001",
    "0, < 0.000001"
  })
  void aProbabilityHasTwoDigitsThatCountAndNoExponent(double p, String text) {
    assertThat(NumberFormats.probability(p)).isEqualTo(text);
  }

  @Test
  void countsAndSizesAreReadAtAGlance() {
    assertThat(NumberFormats.count(999)).isEqualTo("999");
    assertThat(NumberFormats.count(1_234_567)).isEqualTo("1,234,567");
    assertThat(NumberFormats.megabytes(1_250_000)).isEqualTo("1.3 MB");
    assertThat(NumberFormats.megabytes(0)).isEqualTo("0.0 MB");
  }
}
