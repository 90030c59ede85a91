package io.garam.evaluation.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.garam.evaluation.Prediction;
import io.garam.nlu.Intent;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.tribuo.classification.evaluation.LabelEvaluationUtil;

class OutOfScopeTest {

  @Test
  void figuresAreThoseCountedByHand() {
    OutOfScope figures =
        OutOfScope.of(
                List.of(
                    new Prediction("", "a", "a", "a", 0.9),
                    new Prediction("", "a", "b", "b", 0.6),
                    new Prediction("", "a", Intent.UNKNOWN, "a", 0.4),
                    new Prediction("", Intent.UNKNOWN, Intent.UNKNOWN, "a", 0.4),
                    new Prediction("", Intent.UNKNOWN, "a", "a", 0.7)))
            .orElseThrow();

    assertThat(figures.count()).isEqualTo(2);
    assertThat(figures.inScopeAccuracy()).isEqualTo(1 / 3.0);
    assertThat(figures.unknownRecall()).isEqualTo(0.5);
    assertThat(figures.auroc())
        .as("0.9 is above both, 0.6 above one, 0.4 level with one")
        .isEqualTo((2 + 1 + 0.5) / 6, within(1e-12));
  }

  @Test
  void withoutBothKindsThereIsNothingToTellApart() {
    Prediction known = new Prediction("", "a", "a", "a", 0.9);
    Prediction foreign = new Prediction("", Intent.UNKNOWN, "a", "a", 0.9);

    assertThat(OutOfScope.of(List.of(known))).isEmpty();
    assertThat(OutOfScope.of(List.of(foreign))).isEmpty();
  }

  @RepeatedTest(5)
  void theAreaAgreesWithEveryPairCompared(RepetitionInfo repetition) {
    double[] greater = scores(repetition.getCurrentRepetition(), 130, 0.1);
    double[] lesser = scores(-repetition.getCurrentRepetition(), 70, 0);
    double pairs = 0;
    for (double x : greater) {
      for (double y : lesser) {
        pairs += x > y ? 1 : x == y ? 0.5 : 0;
      }
    }

    assertThat(OutOfScope.auroc(greater, lesser)).isEqualTo(pairs / (130 * 70), within(1e-12));
  }

  @Test
  void theAreaAgreesWithTribuo() {
    double[] greater = scores(3, 130, 0.1);
    double[] lesser = scores(4, 70, 0);
    boolean[] positive = new boolean[200];
    double[] score = new double[200];
    for (int i = 0; i < 200; i++) {
      positive[i] = i < 130;
      score[i] = i < 130 ? greater[i] : lesser[i - 130];
    }

    assertThat(OutOfScope.auroc(greater, lesser))
        .isEqualTo(LabelEvaluationUtil.binaryAUCROC(positive, score), within(1e-12));
  }

  /** Of twenty values, so that many are equal. */
  private static double[] scores(long seed, int count, double ahead) {
    Random random = new Random(seed);
    return random.doubles(count).map(x -> Math.round(20 * (x + ahead)) / 20.0).toArray();
  }
}
