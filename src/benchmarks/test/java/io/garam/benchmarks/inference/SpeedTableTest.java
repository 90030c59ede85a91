package io.garam.benchmarks.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SpeedTableTest {

  @Test
  void everyWorkIsARowAndEveryModelTwoColumns() {
    SpeedTable table =
        new SpeedTable(
            List.of(
                new SpeedResult("korean", "one by one", 7_519, 133),
                new SpeedResult("korean", "fastText predict", 80_000, 12.5),
                new SpeedResult("english", "one by one", 4_000, 250)));

    assertThat(table.markdown().lines().map(line -> line.replaceAll(" *\\| *", "|")))
        .contains(
            "|a text, without Kafka|korean, µs of processor time|a second"
                + "|english, µs of processor time|a second|",
            "|one by one|133.0|7,519|250.0|4,000|",
            "|fastText predict|12.5|80,000|||");
  }

  @Test
  void theFirstRoundWarmsUpAndOfTheOthersTheMedianCounts() throws Exception {
    List<Integer> calls = new ArrayList<>();
    TimedWork first = new TimedWork("first", 10, () -> calls.add(1) ? 0 : 1);
    TimedWork second = new TimedWork("second", 10, () -> calls.add(2) ? 0 : 1);

    TimedWork.run(List.of(first, second), 2, 0, 0);

    assertThat(calls).as("in turn").containsExactly(1, 2, 1, 2, 1, 2);
    assertThat(first.perSecond()).hasSize(2);
    assertThat(first.result("model").perSecond()).isPositive();
  }
}
