package io.garam.evaluation.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.evaluation.Prediction;
import io.garam.evaluation.metrics.Evaluation;
import io.garam.evaluation.report.ReportContent;
import io.garam.evaluation.report.SampleMeasurement;
import io.garam.nlu.Intent;
import io.garam.nlu.Thresholds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextReportTest {

  @Test
  void aReportShowsFiguresLabelsAndTheConfusionMatrix() {
    List<Prediction> predictions = new ArrayList<>();
    predictions.addAll(Collections.nCopies(1_200, prediction("주문", "주문")));
    predictions.addAll(Collections.nCopies(300, prediction("주문", "환불 요청")));
    predictions.addAll(Collections.nCopies(500, prediction("환불 요청", "환불 요청")));

    assertThat(TextReport.of(ReportContent.of(Evaluation.of(predictions), Thresholds.parse("0"))))
        .isEqualTo(
            """
            utterances                  2,000
            accuracy                    0.8500
            macro-F1                    0.8291
            expected calibration error  0.1500
            adaptive calibration error  0.1500

            +-----------+-----------+--------+--------+---------+
            | label     | precision | recall |     F1 | support |
            +-----------+-----------+--------+--------+---------+
            | 주문      |    1.0000 | 0.8000 | 0.8889 |   1,500 |
            | 환불 요청 |    0.6250 | 1.0000 | 0.7692 |     500 |
            +-----------+-----------+--------+--------+---------+

            +------------------+-------+-----+
            | gold \\ predicted |     1 |   2 |
            +------------------+-------+-----+
            | 1 주문           | 1,200 | 300 |
            | 2 환불 요청      |     0 | 500 |
            +------------------+-------+-----+
            """);
  }

  @Test
  void manyLabelsShowTheTwentyPairsThatAreConfusedMost() {
    List<Prediction> predictions = new ArrayList<>();
    for (int i = 10; i < 40; i++) {
      predictions.addAll(Collections.nCopies(i, prediction("의도 " + i, "의도 10")));
    }

    String report =
        TextReport.of(ReportContent.of(Evaluation.of(predictions), Thresholds.parse("0")));

    String pairs = report.substring(report.indexOf("| gold"));
    assertThat(report).doesNotContain("gold \\ predicted");
    assertThat(pairs)
        .startsWith("| gold    | taken for | utterances | of gold |\n")
        .contains("| 의도 39 | 의도 10   |         39 |  1.0000 |")
        .contains("| 의도 20 | 의도 10   |         20 |  1.0000 |")
        .doesNotContain("의도 19");
    assertThat(pairs.indexOf("의도 39")).isLessThan(pairs.indexOf("의도 38"));
  }

  @Test
  void manyLabelsWithoutAnErrorShowNoPairs() {
    List<Prediction> predictions = new ArrayList<>();
    for (int i = 0; i < 21; i++) {
      predictions.add(prediction("label " + i, "label " + i));
    }

    assertThat(TextReport.of(ReportContent.of(Evaluation.of(predictions), Thresholds.parse("0"))))
        .endsWith("\nNo label was taken for another.\n");
  }

  @Test
  void utterancesOutOfScopeHaveFiguresOfTheirOwn() {
    List<Prediction> predictions =
        List.of(
            new Prediction("", "order", "order", "order", 0.9),
            new Prediction("", "order", Intent.UNKNOWN, "order", 0.3),
            new Prediction("", Intent.UNKNOWN, Intent.UNKNOWN, "order", 0.4));

    assertThat(TextReport.of(ReportContent.of(Evaluation.of(predictions), Thresholds.parse("0"))))
        .contains(
            """
            expected calibration error  0.1000
            adaptive calibration error  0.1000
            out of scope                1
            in-scope accuracy           0.5000
            recall of unknown           1.0000
            AUROC of in-scope           0.5000
            """);
  }

  @Test
  void aComparisonSaysWhichIsBetterAndWhatChanges() {
    assertThat(TextReport.of(SampleMeasurement.whole()))
        .contains("\nCompared with 상담 1\n상담 2 is better: it is right on ")
        .contains("| figure                     | 상담 1 | 상담 2 |", "| only 상담 2 |")
        .contains("p of McNemar's test: ", "| 상담 1 | 상담 2 | for example")
        .contains("Compared with what was tagged live\n")
        .contains("99 % within 21.0, all 500 within 1234.0");
  }

  @Test
  void withoutGoldTheLabelsGivenAreCounted() {
    assertThat(TextReport.of(SampleMeasurement.unlabelled()))
        .contains("| label given | utterances |  share | mean confidence |")
        .contains("Which of the two is better cannot be told")
        .doesNotContain("accuracy", "better |", "McNemar");
  }

  private static Prediction prediction(String gold, String predicted) {
    return new Prediction("", gold, predicted, predicted, 1);
  }
}
