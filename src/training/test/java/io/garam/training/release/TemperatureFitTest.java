package io.garam.training.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class TemperatureFitTest {

  @Test
  void theTemperatureThatMadeTheLabelsIsFoundAgain() {
    Random random = new Random(2);
    float[][] logits = new float[20_000][3];
    int[] labels = new int[logits.length];
    for (int i = 0; i < logits.length; i++) {
      double[] probabilities = new double[3];
      for (int label = 0; label < 3; label++) {
        logits[i][label] = (float) (4 * random.nextGaussian());
        probabilities[label] = Math.exp(logits[i][label] / 2.5);
      }
      labels[i] = drawn(probabilities, random);
    }

    assertThat(TemperatureFit.fit(logits, labels)).isCloseTo(2.5, within(0.1));
  }

  private static int drawn(double[] weights, Random random) {
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

    double temperature = TemperatureFit.fit(logits, labels);

    double confidence = 1 / (1 + Math.exp(-4 / temperature));
    assertThat(confidence).isCloseTo(1 - 0.5 / 62, within(1e-4));
  }

  @Test
  void utterancesWithALabelThatWasNotLearnedDoNotCount() {
    float[][] known = {{2, 0}, {0, 1}, {1, 0}};
    float[][] withForeign = {{2, 0}, {0, 1}, {1, 0}, {9, -9}};

    assertThat(TemperatureFit.fit(withForeign, new int[] {0, 1, 1, -1}))
        .isCloseTo(TemperatureFit.fit(known, new int[] {0, 1, 1}), within(0.5))
        .isLessThan(20);
  }
}
