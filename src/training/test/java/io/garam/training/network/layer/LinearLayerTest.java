package io.garam.training.network.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.garam.training.network.Libtorch;
import java.util.Random;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class LinearLayerTest {

  @BeforeAll
  static void load() {
    Libtorch.load();
  }

  @Test
  @SuppressWarnings("try") // The scope is there to free what it sees.
  void eachRowIsMultipliedAndMoved() {
    try (PointerScope scope = new PointerScope()) {
      LinearLayer layer =
          new LinearLayer(
              Tensor.create(new float[] {1, 2, 3, 4, 5, 6}, 3, 2),
              Tensor.create(new float[] {0.5f, 0, -1}, 3));
      Tensor rows = Tensor.create(new float[] {1, 0, 2, -1}, 2, 2);

      assertThat(Rows.of(layer.forward(rows)))
          .isDeepEqualTo(new float[][] {{1.5f, 3, 4}, {0.5f, 2, 3}});
    }
  }

  @Test
  void itsFirstNumbersAreWithinTheInverseRootOfItsInputs() {
    try (Parameters parameters = new Parameters(new Random(1))) {
      LinearLayer layer = LinearLayer.of(400, 30, parameters);

      float[] weights = Parameters.values(layer.weight());

      assertThat(weights).hasSize(30 * 400);
      float greatest = 0;
      for (float weight : weights) {
        greatest = Math.max(greatest, Math.abs(weight));
      }
      assertThat(greatest).isCloseTo(1 / 20f, within(1e-4f)).isLessThanOrEqualTo(1 / 20f);
      assertThat(Parameters.values(layer.bias())).hasSize(30);
    }
  }
}
