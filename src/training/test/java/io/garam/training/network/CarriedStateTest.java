package io.garam.training.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.training.batching.SequenceLayout;
import io.garam.training.network.layer.Rows;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // Scopes are there to free what they see.
final class CarriedStateTest {

  private final CarriedState carried = new CarriedState(2, 2);

  @BeforeAll
  static void load() {
    Libtorch.load();
  }

  private static SequenceLayout layout(boolean... resets) {
    return new SequenceLayout(resets.length, 1, new int[] {0, 1}, new int[] {0, 0}, resets);
  }

  @Test
  void dialoguesBeginWithZeros() {
    try (PointerScope scope = new PointerScope()) {
      List<Tensor> start = carried.start(layout(true, true));

      assertThat(start).hasSize(2);
      assertThat(Rows.of(start.get(1))).isDeepEqualTo(new float[2][2]);
    }
  }

  @Test
  void whatGoesOnBeginsWhereItEnded() {
    try (PointerScope scope = new PointerScope()) {
      carried.keep(
          List.of(
              Tensor.create(new float[] {1, 2, 3, 4}, 2, 2),
              Tensor.create(new float[] {5, 6, 7, 8}, 2, 2)));
    }

    try (PointerScope scope = new PointerScope()) {
      List<Tensor> start = carried.start(layout(false, true));

      assertThat(Rows.of(start.get(0))).isDeepEqualTo(new float[][] {{1, 2}, {0, 0}});
      assertThat(Rows.of(start.get(1))).isDeepEqualTo(new float[][] {{5, 6}, {0, 0}});
    }
  }
}
