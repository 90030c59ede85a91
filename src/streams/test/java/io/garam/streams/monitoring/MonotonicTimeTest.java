package io.garam.streams.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class MonotonicTimeTest {

  @Test
  void onlyWhatHasPassedCountsFromTheBeginningOn() {
    AtomicLong nanos = new AtomicLong(-5);
    MonotonicTime time = new MonotonicTime(1000, nanos::get);

    assertThat(time.milliseconds()).isEqualTo(1000);
    nanos.addAndGet(Duration.ofSeconds(2).toNanos());
    assertThat(time.milliseconds()).isEqualTo(3000);
    assertThat(time.hiResClockMs()).isEqualTo(1999);
  }

  @Test
  void aDeadlineIsOneOfItsOwnTimeWhateverTheTimeOfDay() {
    MonotonicTime yesterday = new MonotonicTime(1000, System::nanoTime);
    Object object = new Object();

    assertThatThrownBy(
            () -> yesterday.waitObject(object, () -> false, yesterday.milliseconds() + 20))
        .isInstanceOf(TimeoutException.class);
  }

  @Test
  void itBeginsWithTheTimeOfDay() {
    assertThat(new MonotonicTime().milliseconds())
        .isBetween(System.currentTimeMillis() - 60_000, System.currentTimeMillis() + 60_000);
  }
}
