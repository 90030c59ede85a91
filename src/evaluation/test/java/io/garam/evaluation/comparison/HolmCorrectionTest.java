package io.garam.evaluation.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class HolmCorrectionTest {

  @Test
  void theCorrectionIsThatComputedByHand() {
    List<Double> corrected = HolmCorrection.of(List.of(0.01, 0.04, 0.03, 0.005));

    assertThat(corrected.get(3)).as("4 × 0.005").isEqualTo(0.02, within(1e-12));
    assertThat(corrected.get(0)).as("3 × 0.01").isEqualTo(0.03, within(1e-12));
    assertThat(corrected.get(2)).as("2 × 0.03").isEqualTo(0.06, within(1e-12));
    assertThat(corrected.get(1)).as("as the one before").isEqualTo(0.06, within(1e-12));
  }

  @Test
  void noProbabilityIsAboveOneAndASingleTestStaysAsItIs() {
    assertThat(HolmCorrection.of(List.of(0.7, 0.6))).containsExactly(1.0, 1.0);
    assertThat(HolmCorrection.of(List.of(0.021))).containsExactly(0.021);
    assertThat(HolmCorrection.of(List.of())).isEmpty();
  }

  /** Issue 12: twelve tests were each held against 0.05 as if it were the only one. */
  @Test
  void amongEquallyGoodModelsOneInTwentyTablesAtMostNamesAnyAsBetter() {
    Random random = new Random(12);
    int tables = 4_000;
    long plain = 0;
    long corrected = 0;
    for (int table = 0; table < tables; table++) {
      List<Double> p = IntStream.range(0, 12).mapToObj(i -> random.nextDouble()).toList();
      plain += p.stream().anyMatch(value -> value < 0.05) ? 1 : 0;
      corrected += HolmCorrection.of(p).stream().anyMatch(value -> value < 0.05) ? 1 : 0;
    }

    assertThat((double) plain / tables).isGreaterThan(0.4);
    assertThat((double) corrected / tables).isBetween(0.03, 0.06);
  }
}
