package io.garam.nlu.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.garam.nlu.Intent;
import io.garam.nlu.Intent.Alternative;
import io.garam.nlu.Intent.ModelReference;
import io.garam.nlu.Thresholds;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which label wins, which come next, and that no calibration ever changes it. */
final class DecisionOrderTest {

  private static final ModelReference MODEL = new ModelReference("m", "1", "0");
  private static final int RANDOM_LOGITS = 2_000;

  @Test
  void thePublishedFormulaHasTheseProbabilities() {
    // exp(-d^2 / 0.5) for d = 0, 1, 0.5: 1, e^-2, e^-0.5.
    double sum = 1 + Math.exp(-2) + Math.exp(-0.5);
    assertThat(new Decision(names(3), 0.5, 2, 0).probabilities(new float[] {3, 2, 2.5f}))
        .containsExactly(
            new float[] {
              (float) (1 / sum), (float) (Math.exp(-2) / sum), (float) (Math.exp(-0.5) / sum)
            },
            within(1e-7f));
  }

  @Test
  void probabilitiesSumToOneAndDependOnDifferencesAlone() {
    Random random = new Random(3);
    for (int round = 0; round < RANDOM_LOGITS; round++) {
      Decision decision = decision(random, 5);
      float[] logits = logits(random, 5);
      float[] shifted = logits.clone();
      for (int i = 0; i < shifted.length; i++) {
        shifted[i] += 64;
      }

      float[] probabilities = decision.probabilities(logits);

      double sum = IntStream.range(0, 5).mapToDouble(i -> probabilities[i]).sum();
      assertThat(sum).isCloseTo(1, within(1e-6));
      assertThat(decision.probabilities(shifted)).containsExactly(probabilities, within(1e-4f));
    }
  }

  @Test
  void theGreatestLogitWinsWhateverTheCalibration() {
    Random random = new Random(4);
    for (int round = 0; round < RANDOM_LOGITS; round++) {
      float[] logits = logits(random, 6);
      Decision decision = decision(random, 6);

      Intent intent = decision.decide(logits, Thresholds.OF_MODEL, MODEL);

      assertThat(intent.label()).isEqualTo("l" + Decision.mostProbable(logits));
      assertThat(intent.alternatives())
          .extracting(Alternative::confidence)
          .isSortedAccordingTo((one, other) -> Float.compare(other, one));
    }
  }

  /**
   * Confidences of float are as far apart as 6e-8; logits that differ by less decide all the same.
   */
  @Test
  void logitsWhoseProbabilitiesRoundToTheSameAreStillInTheirOrder() {
    Decision bent = new Decision(names(3), 1, 2, 0);
    float[] logits = {-5f, 1f, 1.00001f};

    assertThat(bent.probabilities(logits)[1]).isEqualTo(bent.probabilities(logits)[2]);
    Intent intent = bent.decide(logits, Thresholds.OF_MODEL, MODEL);
    assertThat(intent.label()).isEqualTo("l2").isEqualTo("l" + Decision.mostProbable(logits));
    assertThat(intent.alternatives()).extracting(Alternative::label).containsExactly("l1", "l0");
  }

  @Test
  void probabilitiesThatVanishKeepTheOrderOfTheirLogits() {
    Intent intent =
        new Decision(names(4), 0.1, 0)
            .decide(new float[] {-300, 900, -100, -200}, Thresholds.OF_MODEL, MODEL);

    assertThat(intent.alternatives())
        .extracting(Alternative::label, Alternative::confidence)
        .containsExactly(tuple("l2"), tuple("l3"), tuple("l0"));
  }

  private static Tuple tuple(String label) {
    return Tuple.tuple(label, 0f);
  }

  @Test
  void ofEqualLogitsTheFirstLabelWins() {
    assertThat(Decision.mostProbable(new float[] {1, 2, 2})).isEqualTo(1);
    assertThat(Decision.mostProbable(new float[] {-0f, 0f})).isZero();
    assertThat(
            new Decision(names(3), 1, 0)
                .decide(new float[] {1, 2, 2}, Thresholds.OF_MODEL, MODEL)
                .label())
        .isEqualTo("l1");
    assertThat(
            new Decision(names(2), 1, 0)
                .decide(new float[] {-0f, 0f}, Thresholds.OF_MODEL, MODEL)
                .label())
        .isEqualTo("l0");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 50})
  void thereAreThreeAlternativesOrAsManyAsThereAreOtherLabels(int labels) {
    float[] logits = new float[labels];
    logits[labels - 1] = 1;

    Intent known = new Decision(names(labels), 1, 0).decide(logits, Thresholds.OF_MODEL, MODEL);
    Intent unknown = new Decision(names(labels), 1, 1.1).decide(logits, Thresholds.OF_MODEL, MODEL);

    assertThat(known.alternatives()).hasSize(Math.min(3, labels - 1));
    assertThat(unknown.alternatives()).hasSize(Math.min(3, labels));
    assertThat(unknown.alternatives().get(0).label()).isEqualTo("l" + (labels - 1));
  }

  @Test
  void aConfidenceOfExactlyTheThresholdIsEnough() {
    assertThat(
            new Decision(names(2), 1, 0.5)
                .decide(new float[] {1, 1}, Thresholds.OF_MODEL, MODEL)
                .label())
        .isEqualTo("l0");
    assertThat(
            new Decision(names(2), 1, Math.nextUp(0.5))
                .decide(new float[] {1, 1}, Thresholds.OF_MODEL, MODEL)
                .label())
        .isEqualTo(Intent.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.0, -1, Double.NaN, Double.NEGATIVE_INFINITY})
  void calibrationThatIsNotPositiveIsRefusedByItsName(double number) {
    assertThatThrownBy(() -> new Decision(names(2), number, 1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the temperature must be positive, but is " + number);
    assertThatThrownBy(() -> new Decision(names(2), 1, number, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the exponent must be positive, but is " + number);
  }

  private static Decision decision(Random random, int labels) {
    double temperature = Math.exp(random.nextGaussian());
    double exponent = random.nextBoolean() ? 1 : Math.exp(random.nextGaussian() / 2);
    return new Decision(names(labels), temperature, exponent, 0);
  }

  private static float[] logits(Random random, int labels) {
    float[] logits = new float[labels];
    for (int i = 0; i < labels; i++) {
      logits[i] = (float) (4 * random.nextGaussian());
    }
    return logits;
  }

  private static List<String> names(int labels) {
    return Arrays.asList(IntStream.range(0, labels).mapToObj(i -> "l" + i).toArray(String[]::new));
  }
}
