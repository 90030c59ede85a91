package io.garam.nlu.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FiniteNumbersTest {

  @Test
  void finiteNumbersAreGivenBackAsTheyAre() {
    float[] numbers = {0, -0f, Float.MAX_VALUE, -Float.MAX_VALUE, Float.MIN_VALUE};

    assertThat(FiniteNumbers.require(numbers)).isSameAs(numbers);
    assertThat(FiniteNumbers.require(new float[0])).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void oneOtherAmongThemIsNoAnswer(float other) {
    assertThatThrownBy(() -> FiniteNumbers.require(new float[] {1, 2, other}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the network's answer holds the number " + other);
  }
}
