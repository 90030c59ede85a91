package io.garam.nlu.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CascadeTest {

  private static final float[] LOGITS = {1, 4, 2};
  private static final Decision DECISION = new Decision(List.of("a", "b", "c"), 1, 0);

  private static double confidence(Cascade cascade) {
    return new Decision(DECISION.labels(), cascade.temperature(), cascade.exponent(), 0)
        .probabilities(LOGITS)[1];
  }

  @Test
  void anAnswerStandsFromTheThresholdOn() {
    double confidence = confidence(new Cascade(2, 1, 0));

    assertThat(new Cascade(2, 1, confidence - 1e-6).answer(LOGITS, DECISION)).isNotNull();
    assertThat(new Cascade(2, 1, confidence + 1e-6).answer(LOGITS, DECISION)).isNull();
  }

  @Test
  void noAnswerOfTheFirstStageIsUnknown() {
    Cascade sure = new Cascade(2, 1, 0);
    double confidence = confidence(sure);

    assertThat(sure.answer(LOGITS, new Decision(DECISION.labels(), 1, confidence + 1e-6))).isNull();
    assertThat(sure.answer(LOGITS, new Decision(DECISION.labels(), 1, confidence - 1e-6)))
        .isNotNull();
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1, 1", "0.7, 1, 1.3, 1", "0.7, 1.8, 1.3, 1", "2, 0.6, 0.9, 1.7"})
  void theDecisionGivesAnAnswerTheProbabilitiesOfTheFirstStage(
      double temperature, double exponent, double whole, double wholeExponent) {
    Random random = new Random(5);
    Cascade cascade = new Cascade(temperature, exponent, 0);
    Decision decision = new Decision(List.of("a", "b", "c", "d", "e"), whole, wholeExponent, 0);
    Decision alone = new Decision(decision.labels(), temperature, exponent, 0);
    for (int trial = 0; trial < 1_000; trial++) {
      float[] logits = new float[5];
      for (int label = 0; label < logits.length; label++) {
        logits[label] = (float) (3 * random.nextGaussian());
      }
      float[] answer = Objects.requireNonNull(cascade.answer(logits, decision));

      assertThat(Decision.mostProbable(answer)).isEqualTo(Decision.mostProbable(logits));
      float[] expected = alone.probabilities(logits);
      float[] found = decision.probabilities(answer);
      for (int label = 0; label < logits.length; label++) {
        assertThat(found[label]).isCloseTo(expected[label], within(1e-5f));
      }
    }
  }

  @Test
  void itsTemperatureIsPositive() {
    assertThatThrownBy(() -> new Cascade(0, 1, 0.8)).isInstanceOf(IllegalArgumentException.class);
  }
}
