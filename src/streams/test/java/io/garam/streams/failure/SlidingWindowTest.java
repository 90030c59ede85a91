package io.garam.streams.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SlidingWindowTest {

  private final SlidingWindow window = new SlidingWindow(Duration.ofNanos(10));

  @Test
  void whatIsOlderThanTheWindowIsForgotten() {
    assertThat(window.count(0)).isZero();
    window.add(0);
    window.add(5);
    assertThat(window.count(10)).isEqualTo(2);
    assertThat(window.count(11)).isEqualTo(1);
    assertThat(window.count(16)).isZero();
  }

  @Test
  void aClockMayStartAnywhereEvenBeforeItsOverflow() {
    window.add(Long.MAX_VALUE - 1);
    assertThat(window.count(Long.MIN_VALUE + 5)).isEqualTo(1);
    assertThat(window.count(Long.MIN_VALUE + 20)).isZero();
  }

  @Test
  void aClearedWindowHasNothing() {
    window.add(1);
    window.clear();
    assertThat(window.count(2)).isZero();
  }
}
