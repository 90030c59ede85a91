package io.garam.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.evaluation.report.EpochFigures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EpochHistoryTest {

  private final EpochHistory history = new EpochHistory();

  @Test
  void epochsAreNumberedFromOne() {
    add(0.5, 0.6);

    assertThat(history.all()).extracting(EpochFigures::epoch).containsExactly(1, 2);
    assertThat(history.last().accuracy()).isEqualTo(0.6);
    assertThat(history.size()).isEqualTo(2);
  }

  @Test
  void ofEquallyGoodEpochsTheLastIsTheBest() {
    add(0.5, 0.7, 0.7, 0.6);

    assertThat(history.all())
        .extracting(EpochFigures::best)
        .containsExactly(true, true, true, false);
  }

  @ParameterizedTest
  @CsvSource({"0.5, 0.6, 0.7, 0", "0.5, 0.7, 0.6, 1", "0.7, 0.7, 0.7, 2", "0.7, 0.6, 0.7, 2"})
  void patienceCountsFromTheFirstThatWasAsGoodAsAny(
      double first, double second, double third, int since) {
    add(first, second, third);

    assertThat(history.sinceBetter()).isEqualTo(since);
  }

  @Test
  void whatWasReturnedDoesNotGrow() {
    add(0.5);
    var before = history.all();
    add(0.6);

    assertThat(before).hasSize(1);
  }

  private void add(double... accuracies) {
    for (double accuracy : accuracies) {
      history.add(1, accuracy, 2);
    }
  }
}
