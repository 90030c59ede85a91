package io.garam.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.garam.training.network.Libtorch;
import java.nio.FloatBuffer;
import java.util.Random;
import java.util.stream.LongStream;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.pytorch.AdamW;
import org.bytedeco.pytorch.AdamWOptions;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
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

  /** Models of before shall come out of the same command again. */
  @Test
  void theStepsAreThoseOfLibtorchToTheLastBit() {
    Tensor[] ours = {random(1, 40, 30), random(2, 7)};
    Tensor[] theirs = {random(1, 40, 30), random(2, 7)};
    ClippedAdamW optimizer = new ClippedAdamW(new TensorVector(ours), AdamSettings.DEFAULT, 0.01);
    TensorVector parameters = new TensorVector(theirs);
    AdamW adam = new AdamW(parameters, options());

    for (int step = 1; step <= 50; step++) {
      // The second has no gradient in every third step.
      int used = step % 3 == 0 ? 1 : 2;
      double rate = 0.003 / step;
      optimizer.zeroGradients();
      adam.zero_grad();
      for (int i = 0; i < used; i++) {
        slope(ours[i], step).backward();
        slope(theirs[i], step).backward();
      }
      optimizer.step(rate);
      torch.clip_grad_norm_(parameters, 1);
      adam.param_groups().get(0).options().set_lr(rate);
      adam.step();
    }

    for (int i = 0; i < ours.length; i++) {
      assertThat(ours[i].equal(theirs[i])).isTrue();
    }
  }

  private static AdamWOptions options() {
    AdamWOptions options = new AdamWOptions();
    // A C++ tuple, whose order in memory is the compiler's choice; the default is (0.9, 0.999).
    DoublePointer betas = options.betas();
    int first = betas.get(0) < betas.get(1) ? 0 : 1;
    betas.put(first, AdamSettings.DEFAULT.beta1());
    betas.put(1 - first, AdamSettings.DEFAULT.beta2());
    options.eps().put(AdamSettings.DEFAULT.epsilon());
    options.weight_decay().put(0.01);
    return options;
  }

  private static Tensor slope(Tensor weights, int step) {
    return weights.mul(weights).mul(new Scalar(Math.sin(step))).sum();
  }

  private static Tensor random(long seed, long... shape) {
    Random random = new Random(seed);
    float[] values = new float[(int) LongStream.of(shape).reduce(1, (a, b) -> a * b)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    Tensor tensor = Tensor.create(values, shape);
    tensor.set_requires_grad(true);
    return tensor;
  }
}
