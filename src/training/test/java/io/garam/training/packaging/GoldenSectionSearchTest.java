package io.garam.training.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GoldenSectionSearchTest {

  private final GoldenSectionSearch search = new GoldenSectionSearch(1e-6);

  @ParameterizedTest
  @ValueSource(doubles = {-2.5, 0, 0.3, 7})
  void theLeastValueIsFound(double least) {
    assertThat(search.minimum(x -> (x - least) * (x - least), -3, 8))
        .isCloseTo(least, within(1e-6));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, 1})
  void aFunctionThatOnlyFallsOrRisesIsLeastAtAnEnd(double slope) {
    assertThat(search.minimum(x -> slope * x, 0, 1)).isCloseTo(slope < 0 ? 1 : 0, within(1e-6));
  }

  @Test
  void theFunctionIsAskedOnceAStep() {
    AtomicInteger asked = new AtomicInteger();

    search.minimum(x -> Math.abs(x) + 0 * asked.incrementAndGet(), -1, 1);

    double steps = Math.log(2 / 1e-6) / Math.log((1 + Math.sqrt(5)) / 2);
    assertThat(asked.get()).isEqualTo(2 + (int) Math.ceil(steps));
  }
}
