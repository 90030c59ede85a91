package io.garam.streams.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.streams.monitoring.Watch.Line;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ClockWatchTest {

  private long millis = 1_700_000_000_000L;
  private long nanos = -5_000_000_000L;
  private int renewals;
  private final ClockWatch watch = new ClockWatch(() -> millis, () -> nanos, () -> renewals++);

  /** Looks after a second, by whose end the time of day was set. */
  private List<Line> lookAfterSetting(long byMillis) {
    nanos += TimeUnit.SECONDS.toNanos(1);
    millis += 1_000 + byMillis;
    return watch.look(Instant.ofEpochMilli(millis));
  }

  @Test
  void aClockThatGoesOnIsNothingToSpeakOf() {
    for (int second = 0; second < 5; second++) {
      assertThat(lookAfterSetting(0)).isEmpty();
    }
    assertThat(renewals).isZero();
  }

  @Test
  void aClockThatIsSetBackRenewsTheClientsOnce() {
    assertThat(lookAfterSetting(-3_600_000))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.isWarning()).isTrue();
              assertThat(line.text())
                  .startsWith("The clock of this machine was set back by 1 h 0 min, ");
            });
    assertThat(lookAfterSetting(0)).isEmpty();
    assertThat(renewals).isOne();
  }

  @Test
  void aClockThatIsSetAheadOrALittleBackRenewsNothing() {
    assertThat(lookAfterSetting(3_600_000)).isEmpty();
    assertThat(lookAfterSetting(-2_999)).isEmpty();
    assertThat(renewals).isZero();
    assertThat(lookAfterSetting(-3_000)).hasSize(1);
    assertThat(renewals).isOne();
  }
}
