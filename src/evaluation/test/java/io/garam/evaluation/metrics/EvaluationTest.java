package io.garam.evaluation.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.garam.evaluation.Prediction;
import io.garam.nlu.GaramException;
import io.garam.nlu.Intent;
import io.garam.nlu.Intent.Alternative;
import io.garam.nlu.Intent.ModelReference;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class EvaluationTest {

  private static final Offset<Double> EXACT = within(1e-12);

  @Test
  void scoresAreThoseComputedByHand() {
    Evaluation evaluation =
        evaluate(
            List.of("order", "order", "order", "refund", "refund", "greeting"),
            List.of("order", "order", "refund", "refund", "order", "order"));

    assertThat(evaluation.count()).isEqualTo(6);
    assertThat(evaluation.accuracy()).isEqualTo(3.0 / 6, EXACT);
    assertThat(evaluation.macroF1()).isEqualTo((4.0 / 7 + 1.0 / 2 + 0) / 3, EXACT);
    assertThat(evaluation.classes())
        .containsExactly(
            new ClassScore("greeting", 0, 0, 0, 1),
            new ClassScore("order", 2.0 / 4, 2.0 / 3, 4.0 / 7, 3),
            new ClassScore("refund", 1.0 / 2, 1.0 / 2, 1.0 / 2, 2));
  }

  @Test
  void theConfusionMatrixHasGoldLabelsAsRowsAndPredictedOnesAsColumns() {
    ConfusionMatrix matrix =
        evaluate(
                List.of("order", "order", "refund", "order"),
                List.of("refund", "refund", "order", "order"))
            .confusionMatrix();

    assertThat(matrix.labels()).containsExactly("order", "refund");
    assertThat(matrix.counts()).isDeepEqualTo(new int[][] {{1, 2}, {1, 0}});
    assertThat(matrix.support(0)).isEqualTo(3);
    assertThat(matrix.predicted(0)).isEqualTo(2);
  }

  @Test
  void figuresAgreeWithTheClassificationReportInScikitLearnsManual() {
    Evaluation evaluation =
        evaluate(List.of("0", "1", "2", "2", "2"), List.of("0", "0", "2", "2", "1"));

    assertThat(evaluation.accuracy()).isEqualTo(0.60, within(0.005));
    assertThat(evaluation.macroF1()).isEqualTo(0.49, within(0.005));
    assertThat(evaluation.classes())
        .extracting(ClassScore::precision)
        .containsExactly(0.5, 0.0, 1.0);
    assertThat(evaluation.classes())
        .extracting(ClassScore::recall)
        .containsExactly(1.0, 0.0, 2.0 / 3);
    assertThat(evaluation.classes()).extracting(ClassScore::support).containsExactly(1, 1, 3);
  }

  @Test
  void perfectPredictionsScoreOneThroughout() {
    Evaluation evaluation = evaluate(List.of("가", "나", "나"), List.of("가", "나", "나"));

    assertThat(evaluation.accuracy()).isEqualTo(1);
    assertThat(evaluation.macroF1()).isEqualTo(1);
    assertThat(evaluation.expectedCalibrationError()).isZero();
  }

  @Test
  void oneLabelIsEnough() {
    Evaluation evaluation = evaluate(List.of("order"), List.of("order"));

    assertThat(evaluation.classes()).containsExactly(new ClassScore("order", 1, 1, 1, 1));
    assertThat(evaluation.confusionMatrix().counts()).isDeepEqualTo(new int[][] {{1}});
  }

  @Test
  void aLabelThatIsNeverPredictedHasPrecisionZero() {
    Evaluation evaluation = evaluate(List.of("order", "refund"), List.of("order", "order"));

    assertThat(evaluation.classes().get(1)).isEqualTo(new ClassScore("refund", 0, 0, 0, 1));
  }

  @Test
  void aLabelThatIsNeverGoldLowersMacroF1() {
    Evaluation evaluation = evaluate(List.of("order", "order"), List.of("order", Intent.UNKNOWN));

    assertThat(evaluation.classes())
        .containsExactly(
            new ClassScore("order", 1, 0.5, 2.0 / 3, 2), new ClassScore("unknown", 0, 0, 0, 0));
    assertThat(evaluation.macroF1()).isEqualTo(1.0 / 3, EXACT);
  }

  @Test
  void nothingToEvaluateIsAnErrorThatSaysSo() {
    assertThatThrownBy(() -> Evaluation.of(List.of()))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("at least one prediction");
  }

  @Test
  void aConfidenceThatIsNoProbabilityIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Prediction("", "order", "order", "order", Double.NaN))
        .withMessageContaining("NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Prediction("", "order", "order", "order", 1.01));
  }

  @Test
  void aLabelThatIsNotTheMostProbableOneIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Prediction("", "order", "order", "refund", 0.5))
        .withMessageContaining("refund");
  }

  @Test
  void anAbstentionKeepsTheMostProbableLabel() {
    ModelReference model = new ModelReference("m", "1", "0");
    List<Alternative> alternatives =
        List.of(new Alternative("order", 0.4f), new Alternative("refund", 0.3f));

    Prediction abstention =
        Prediction.of("음", "refund", new Intent(Intent.UNKNOWN, 0.4f, alternatives, model, null));
    Prediction answer =
        Prediction.of("음", "order", new Intent("order", 0.9f, List.of(), model, null));

    assertThat(abstention).isEqualTo(new Prediction("음", "refund", "unknown", "order", 0.4f));
    assertThat(answer).isEqualTo(new Prediction("음", "order", "order", "order", 0.9f));
  }

  @Test
  void theSurestMistakesAreWrongLabelsAndNoAbstentions() {
    Evaluation evaluation =
        Evaluation.of(
            List.of(
                new Prediction("right", "order", "order", "order", 0.99),
                new Prediction("unsure", "order", "refund", "refund", 0.6),
                new Prediction("abstained", "order", Intent.UNKNOWN, "refund", 0.95),
                new Prediction("sure", "order", "refund", "refund", 0.9)));

    assertThat(evaluation.surestMistakes(25))
        .extracting(Prediction::text)
        .containsExactly("sure", "unsure");
    assertThat(evaluation.surestMistakes(1)).hasSize(1);
  }

  @Test
  void confusionsAreCountedTheMostFrequentFirst() {
    ConfusionMatrix matrix =
        evaluate(
                List.of("order", "refund", "refund", "refund", "refund"),
                List.of("refund", "order", "order", "greeting", "refund"))
            .confusionMatrix();

    assertThat(matrix.confusions(2))
        .containsExactly(
            new Confusion("refund", "order", 2, 0.5), new Confusion("order", "refund", 1, 1));
    assertThat(matrix.confusions(9)).hasSize(3);
  }

  private static Evaluation evaluate(List<String> gold, List<String> predicted) {
    return Evaluation.of(
        IntStream.range(0, gold.size())
            .mapToObj(i -> new Prediction("", gold.get(i), predicted.get(i), predicted.get(i), 1))
            .toList());
  }
}
