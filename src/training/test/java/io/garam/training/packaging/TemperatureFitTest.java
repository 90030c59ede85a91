package io.garam.training.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.garam.nlu.decision.Decision;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TemperatureFitTest {

  private final float[][] logits = new float[20_000][3];
  private final int[] labels = new int[logits.length];

  /** Draws labels as a model with this temperature and exponent would have them. */
  private void draw(double temperature, double exponent, long seed) {
    Decision truth = new Decision(List.of("a", "b", "c"), temperature, exponent, 0);
    Random random = new Random(seed);
    for (int i = 0; i < logits.length; i++) {
      for (int label = 0; label < 3; label++) {
        logits[i][label] = (float) (4 * random.nextGaussian());
      }
      labels[i] = drawn(truth.probabilities(logits[i]), random);
    }
  }

  @Test
  void theTemperatureThatMadeTheLabelsIsFoundAgainAndIsEnough() {
    for (int seed = 1; seed <= 3; seed++) {
      draw(2.5, 1, seed);

      Calibration found = TemperatureFit.fit(logits, labels);

      assertThat(found.temperature()).isCloseTo(2.5, within(0.1));
      assertThat(found.exponent()).isEqualTo(1);
    }
  }

  @Test
  void whereOneTemperatureIsNotEnoughTheExponentIsFoundToo() {
    draw(4, 1.6, 2);

    Calibration found = TemperatureFit.fit(logits, labels);

    assertThat(found.exponent()).isCloseTo(1.6, within(0.05));
    assertThat(found.temperature()).isCloseTo(4, within(0.2));
  }

  private static int drawn(float[] weights, Random random) {
    double left = random.nextDouble() * (weights[0] + weights[1] + weights[2]);
    for (int i = 0; i < 2; i++) {
      left -= weights[i];
      if (left < 0) {
        return i;
      }
    }
    return 2;
  }

  @Test
  void aSmallCorpusWithoutErrorsDoesNotMakeCertain() {
    float[][] logits = new float[60][];
    int[] labels = new int[60];
    for (int i = 0; i < 60; i++) {
      labels[i] = i % 2;
      logits[i] = i % 2 == 0 ? new float[] {2, -2} : new float[] {-2, 2};
    }

    double temperature = TemperatureFit.fit(logits, labels).temperature();

    double confidence = 1 / (1 + Math.exp(-4 / temperature));
    assertThat(confidence).isCloseTo(1 - 0.5 / 62, within(1e-4));
  }

  /** Issue 12: rows that were left out counted as doubt, and the test allowed half a degree. */
  @Test
  void utterancesWithALabelThatWasNotLearnedDoNotCount() {
    draw(1.3, 1, 4);
    float[][] known = Arrays.copyOf(logits, 40);
    int[] gold = Arrays.copyOf(labels, 40);
    float[][] withForeign = Arrays.copyOf(known, 80);
    int[] goldWithForeign = Arrays.copyOf(gold, 80);
    for (int i = 40; i < 80; i++) {
      withForeign[i] = new float[] {9, -9, i};
      goldWithForeign[i] = -1;
    }

    assertThat(TemperatureFit.fit(withForeign, goldWithForeign))
        .isEqualTo(TemperatureFit.fit(known, gold));
  }

  @Test
  void withoutAnyLabelThatWasLearnedNothingIsFitted() {
    assertThat(TemperatureFit.fit(new float[][] {{9, -9}}, new int[] {-1}))
        .isEqualTo(new Calibration(1, 1));
  }
}
