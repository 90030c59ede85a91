package io.garam.benchmarks.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.evaluation.comparison.McNemar;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairedTestsTest {

  /** Issue 12: Garam's lead over the SVM on CLINC150 was "beyond chance" at a p of 0.022. */
  @Test
  void severalTestsAreCorrectedTogether() {
    PairedTests tests =
        new PairedTests(
            List.of(
                new PairedTest("3i4k", "Garam", "fastText", new McNemar(236, 98)),
                new PairedTest("clinc150", "Garam", "linear SVM", new McNemar(78, 51)),
                new PairedTest("atis", "Garam", "linear SVM", new McNemar(13, 3)),
                new PairedTest("korean-small", "Garam", "linear SVM", new McNemar(82, 52))));

    assertThat(tests.toMarkdown().lines())
        .contains(
            "## McNemar's tests, median seeds; Holm's correction over all 4",
            "| 3i4k | Garam 236, fastText 98 | 2.8e-14 | 1.1e-13 |",
            "| clinc150 | Garam 78, linear SVM 51 | 0.022 | 0.043 |",
            "| korean-small | Garam 82, linear SVM 52 | 0.012 | 0.036 |",
            "| atis | Garam 13, linear SVM 3 | 0.021 | 0.043 |");
  }

  @Test
  void withoutAnotherSystemThereIsNothingToTest() {
    assertThat(new PairedTests(List.of()).toMarkdown()).isEmpty();
  }
}
