package io.garam.training.network.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.garam.training.network.Libtorch;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class SmoothedCrossEntropyTest {

  private static final float[] LOGITS = {2, 0, -1, 0.5f};
  private static final float[] TARGETS = {1, 0, 0.25f, 0.75f};

  @BeforeAll
  static void load() {
    Libtorch.load();
  }

  @Test
  void theLossIsTheMeanCrossEntropyOfTheTargets() {
    double first = Math.log(1 + Math.exp(-2));
    double second = Math.log(Math.exp(-1) + Math.exp(0.5)) - (0.25 * -1 + 0.75 * 0.5);

    assertThat(loss(0, TARGETS)).isCloseTo((first + second) / 2, within(1e-6));
  }

  @Test
  void smoothingSpreadsAShareOverAllLabels() {
    float[] smoothed = {0.9f, 0.1f, 0.3f, 0.7f};

    assertThat(loss(0.2, TARGETS)).isCloseTo(loss(0, smoothed), within(1e-6));
  }

  @SuppressWarnings("try") // The scope is there to free what it sees.
  private static double loss(double smoothing, float[] targets) {
    try (PointerScope scope = new PointerScope()) {
      return new SmoothedCrossEntropy(smoothing)
          .of(Tensor.create(LOGITS, 2, 2), targets)
          .item_float();
    }
  }
}
