package io.garam.streams.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class MonotonicTimeTest {

  private static final int HOUR_MS = 3_600_000;

  private long millis = 1_700_000_000_000L;
  private long nanos;
  private final MonotonicTime time = new MonotonicTime(() -> millis, () -> nanos);

  private void pass(Duration duration) {
    millis += duration.toMillis();
    nanos += duration.toNanos();
  }

  @Test
  void itIsTheTimeOfDay() {
    assertThat(time.milliseconds()).isEqualTo(millis);
    pass(Duration.ofSeconds(2));
    assertThat(time.milliseconds()).isEqualTo(millis);
    assertThat(time.hiResClockMs()).isEqualTo(2000);
    assertThat(MonotonicTime.SYSTEM.milliseconds())
        .isBetween(System.currentTimeMillis() - 60_000, System.currentTimeMillis() + 60_000);
  }

  @Test
  void itCountsOnWhereTheTimeOfDayIsSetBack() {
    long before = time.milliseconds();
    millis -= HOUR_MS;
    pass(Duration.ofSeconds(2));
    assertThat(time.milliseconds()).isEqualTo(before + 2000);
  }

  @Test
  void itGoesAheadWithTheTimeOfDay() {
    long before = time.milliseconds();
    millis += HOUR_MS;
    assertThat(time.milliseconds()).isEqualTo(before + HOUR_MS);
    millis -= HOUR_MS;
    pass(Duration.ofSeconds(2));
    assertThat(time.milliseconds()).isEqualTo(before + HOUR_MS + 2000);
  }

  @Test
  void aDeadlineIsOneOfItsOwnTimeWhateverTheTimeOfDay() {
    MonotonicTime yesterday = new MonotonicTime(() -> 1000, System::nanoTime);
    Object object = new Object();

    assertThatThrownBy(
            () -> yesterday.waitObject(object, () -> false, yesterday.milliseconds() + 20))
        .isInstanceOf(TimeoutException.class);
  }
}
