package io.garam.evaluation.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.evaluation.metrics.ConfusionMatrix;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TextConfusionsTest {

  @Test
  void fewLabelsAreShownAsAWholeMatrix() {
    ConfusionMatrix matrix =
        new ConfusionMatrix(List.of("order", "refund"), new int[][] {{8, 2}, {0, 1_234}});

    assertThat(TextConfusions.of(matrix))
        .contains("| gold \\ predicted |", "| 1 order          |", "| 2 refund         |")
        .contains("1,234");
  }

  @Test
  void ofManyLabelsThePairsThatAreConfusedMostAreShown() {
    int[][] counts = diagonal(21);
    counts[3][4] = 5;
    counts[7][2] = 1;

    String text = TextConfusions.of(new ConfusionMatrix(labels(21), counts));

    assertThat(text.lines())
        .filteredOn(line -> line.startsWith("| label"))
        .satisfiesExactly(
            line -> assertThat(line).contains("label 3 ", "label 4 ", " 5 ", "0.3333"),
            line -> assertThat(line).contains("label 7 ", "label 2 ", " 1 ", "0.0909"));
  }

  @Test
  void manyLabelsWithoutAConfusionAreSaidToHaveNone() {
    assertThat(TextConfusions.of(new ConfusionMatrix(labels(21), diagonal(21))))
        .isEqualTo("No label was taken for another.\n");
  }

  private static List<String> labels(int count) {
    return IntStream.range(0, count).mapToObj(label -> "label " + label).toList();
  }

  private static int[][] diagonal(int labels) {
    int[][] counts = new int[labels][labels];
    for (int label = 0; label < labels; label++) {
      counts[label][label] = 10;
    }
    return counts;
  }
}
