package io.garam.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RowGradientsTest {

  private static final float[] SOURCE = {9, 1, 2, 3, 4};

  @Test
  void whatIsAddedToARowAddsUp() {
    RowGradients gradients = new RowGradients(10, 2);

    gradients.add(7, SOURCE, 1, 1);
    gradients.add(3, SOURCE, 3, 1);
    gradients.add(7, SOURCE, 3, 0.5f);

    assertThat(gradients.size()).isEqualTo(2);
    assertThat(gradients.row(0)).isEqualTo(7);
    assertThat(of(gradients, 0)).containsExactly(2.5f, 4);
    assertThat(gradients.row(1)).isEqualTo(3);
    assertThat(of(gradients, 1)).containsExactly(3, 4);
  }

  @Test
  void whatIsForgottenDoesNotComeBack() {
    RowGradients gradients = new RowGradients(10, 2);
    gradients.add(7, SOURCE, 1, 1);
    gradients.add(3, SOURCE, 1, 1);

    gradients.clear();
    assertThat(gradients.size()).isZero();
    gradients.add(3, SOURCE, 3, 1);

    assertThat(gradients.size()).isEqualTo(1);
    assertThat(of(gradients, 0)).containsExactly(3, 4);
  }

  @Test
  void moreRowsThanAreExpectedFit() {
    RowGradients gradients = new RowGradients(5_000, 2);

    for (int row = 4_999; row >= 0; row--) {
      gradients.add(row, new float[] {row, row + 1}, 0, 1);
    }

    assertThat(gradients.size()).isEqualTo(5_000);
    for (int slot = 0; slot < 5_000; slot++) {
      float row = gradients.row(slot);
      assertThat(of(gradients, slot)).containsExactly(row, row + 1);
    }
  }

  private static float[] of(RowGradients gradients, int slot) {
    float[] gradient = new float[2];
    gradients.copy(slot, gradient);
    return gradient;
  }
}
