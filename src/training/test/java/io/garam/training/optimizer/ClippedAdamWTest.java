package io.garam.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.garam.training.network.Libtorch;
import java.nio.FloatBuffer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class ClippedAdamWTest {

  private static final AdamSettings SETTINGS = new AdamSettings(0.9, 0.98, 1e-8);

  @BeforeAll
  static void load() {
    Libtorch.load();
  }

  @Test
  void weightsMoveByTheClippedGradientAndDecay() {
    float[] start = {1f, -2f};
    Tensor weights = Tensor.create(start.clone(), 2);
    weights.set_requires_grad(true);
    ClippedAdamW optimizer = new ClippedAdamW(new TensorVector(weights), SETTINGS, 0.01);
    float[][] slopes = {{3f, 4f}, {0.3f, -0.4f}, {-6f, 8f}};
    double[] expected = {start[0], start[1]};
    double[] means = new double[2];
    double[] squares = new double[2];

    for (int step = 1; step <= slopes.length; step++) {
      optimizer.zeroGradients();
      weights.mul(Tensor.create(slopes[step - 1], 2)).sum().backward();
      optimizer.step(0.1);
      double norm = Math.hypot(slopes[step - 1][0], slopes[step - 1][1]);
      for (int i = 0; i < 2; i++) {
        double gradient = slopes[step - 1][i] / Math.max(1, norm);
        expected[i] -= 0.1 * 0.01 * expected[i];
        means[i] = 0.9 * means[i] + 0.1 * gradient;
        squares[i] = 0.98 * squares[i] + 0.02 * gradient * gradient;
        double mean = means[i] / (1 - Math.pow(0.9, step));
        double square = squares[i] / (1 - Math.pow(0.98, step));
        expected[i] -= 0.1 * mean / (Math.sqrt(square) + 1e-8);
      }
    }

    FloatBuffer found = weights.createBuffer();
    assertThat((double) found.get(0)).isCloseTo(expected[0], within(1e-5));
    assertThat((double) found.get(1)).isCloseTo(expected[1], within(1e-5));
  }
}
