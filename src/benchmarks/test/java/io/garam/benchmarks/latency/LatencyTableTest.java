package io.garam.benchmarks.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class LatencyTableTest {

  @Test
  void everyPipelineHasARowForEachRate() {
    LatencyTable table =
        new LatencyTable(
            List.of(
                new LatencyResult("JSON copied", 0.1, 1_460.4, 29_200, 62, 122, 1_130, 1.84, 0.04),
                new LatencyResult("Garam", 0.1, 1_460.4, 29_200, 94, 190, 410, 2.5, 0)));

    assertThat(table.markdown().lines().map(line -> line.replaceAll(" *\\| *", "|")))
        .contains(
            "|JSON copied|10 %|1,460|62|122|1,130|1.8 s|0.04|",
            "|Garam|10 %|1,460|94|190|410|2.5 s|0.00|");
  }
}
