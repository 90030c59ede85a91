package io.garam.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class LazyAdamTest {

  private static final AdamSettings SETTINGS = new AdamSettings(0.9, 0.98, 1e-8);
  private static final int COLUMNS = 5;

  @Test
  void rowsThatEveryBatchTouchesMoveAsUnderDenseAdam() {
    Random random = new Random(3);
    float[] table = numbers(4 * COLUMNS, random);
    float[] dense = table.clone();
    double[] means = new double[table.length];
    double[] squares = new double[table.length];
    LazyAdam adam = new LazyAdam(table, COLUMNS, SETTINGS);

    for (int step = 1; step <= 20; step++) {
      float[] gradient = numbers(table.length, random);
      for (int row = 0; row < 4; row++) {
        adam.add(row, gradient, row * COLUMNS, 1f);
      }
      adam.step(0.01);
      denseStep(dense, gradient, means, squares, step);
    }

    for (int i = 0; i < table.length; i++) {
      assertThat(table[i]).isCloseTo(dense[i], within(1e-5f));
    }
  }

  /** The formula of Kingma and Ba (2015), algorithm 1, at the end of section 2. */
  private static void denseStep(
      float[] table, float[] gradient, double[] means, double[] squares, int step) {
    for (int i = 0; i < table.length; i++) {
      means[i] = 0.9 * means[i] + 0.1 * gradient[i];
      squares[i] = 0.98 * squares[i] + 0.02 * gradient[i] * gradient[i];
      double size = 0.01 * Math.sqrt(1 - Math.pow(0.98, step)) / (1 - Math.pow(0.9, step));
      table[i] -= (float) (size * means[i] / (Math.sqrt(squares[i]) + 1e-8));
    }
  }

  @Test
  void rowsThatNoBatchTouchesRest() {
    float[] table = numbers(3_000 * COLUMNS, new Random(3));
    float[] before = table.clone();
    LazyAdam adam = new LazyAdam(table, COLUMNS, SETTINGS);
    float[] gradient = {1, 1, 1, 1, 1};

    for (int row = 0; row < 3_000; row += 2) {
      adam.add(row, gradient, 0, 1f);
    }
    adam.step(0.01);
    adam.step(0.01);

    for (int row = 0; row < 3_000; row++) {
      float[] now = Arrays.copyOfRange(table, row * COLUMNS, (row + 1) * COLUMNS);
      float[] then = Arrays.copyOfRange(before, row * COLUMNS, (row + 1) * COLUMNS);
      assertThat(Arrays.equals(now, then)).as("row %d rests", row).isEqualTo(row % 2 == 1);
      assertThat(adam.hasMoved(row)).isEqualTo(row % 2 == 0);
    }
  }

  @Test
  void gradientsOfOneRowAddUp() {
    float[] once = new float[COLUMNS];
    float[] twice = new float[COLUMNS];
    LazyAdam first = new LazyAdam(once, COLUMNS, SETTINGS);
    LazyAdam second = new LazyAdam(twice, COLUMNS, SETTINGS);
    float[] gradients = {9, 9, 1, -2, 3, 4, 0};

    first.add(0, gradients, 2, 1f);
    second.add(0, gradients, 2, 0.25f);
    second.add(0, gradients, 2, 0.75f);
    first.step(0.01);
    second.step(0.01);

    assertThat(twice).containsExactly(once);
    assertThat(once[0]).isCloseTo(-0.01f, within(1e-6f));
    assertThat(once[1]).isCloseTo(0.01f, within(1e-6f));
  }

  private static float[] numbers(int size, Random random) {
    float[] numbers = new float[size];
    for (int i = 0; i < size; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }
}
