package io.garam.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LabelTotalsTest {

  private static final LabelTotals TOTALS =
      LabelTotals.of(
          new Timeline(
              1_000,
              List.of(
                  new TimelineBin(0, Map.of("order", 2, "refund", 3)),
                  new TimelineBin(1_000, Map.of()),
                  new TimelineBin(2_000, Map.of("order", 1, "greet", 1))),
              0));

  @Test
  void allBinsAreAddedUp() {
    assertThat(TOTALS.counts()).isEqualTo(Map.of("order", 3, "refund", 3, "greet", 1));
  }

  @Test
  void theMostFrequentComeFirstAndEquallyFrequentOnesByName() {
    assertThat(TOTALS.mostFrequent(2)).containsExactly("order", "refund");
    assertThat(TOTALS.mostFrequent(9)).containsExactly("order", "refund", "greet");
  }
}
