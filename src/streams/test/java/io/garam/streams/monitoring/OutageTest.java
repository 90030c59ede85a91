package io.garam.streams.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutageTest {

  private static final Instant START = Instant.parse("2026-11-26T12:00:00Z");

  private final Outage outage = new Outage(Duration.ofSeconds(10));

  private static Instant at(long seconds) {
    return START.plusSeconds(seconds);
  }

  /** Looks each second, and returns at which second there was something to say. */
  private List<Long> spoken(long from, long to) {
    List<Long> seconds = new ArrayList<>();
    for (long second = from; second <= to; second++) {
      if (outage.lasts(START, at(second)).isPresent()) {
        seconds.add(second);
      }
    }
    return seconds;
  }

  @Test
  void itIsSpokenOfAfterAWhileThenAfterTwiceAsLongAndAtLeastEveryFiveMinutes() {
    assertThat(spoken(0, 2_000))
        .containsExactly(10L, 20L, 40L, 80L, 160L, 320L, 620L, 920L, 1_220L, 1_520L, 1_820L);
  }

  @Test
  void itsLengthIsThatSinceItsStart() {
    assertThat(outage.lasts(START, at(9))).isEmpty();
    assertThat(outage.lasts(at(5), at(12)))
        .as("the start is that of before")
        .contains(Duration.ofSeconds(12));
    assertThat(outage.over(at(15))).contains(Duration.ofSeconds(15));
    assertThat(outage.over(at(16))).as("it is over").isEmpty();
  }

  @Test
  void theEndOfOneThatWasNeverSpokenOfIsNotSpokenOfEither() {
    assertThat(outage.over(at(0))).isEmpty();
    outage.lasts(START, at(9));
    assertThat(outage.over(at(9))).isEmpty();
  }

  @Test
  void itsEndIsSaidOnce() {
    spoken(0, 10);
    assertThat(outage.over(at(11))).isPresent();
    assertThat(outage.over(at(12))).isEmpty();
  }

  @Test
  void theNextOneBeginsAnew() {
    spoken(0, 100);
    outage.over(at(101));
    assertThat(outage.lasts(at(200), at(209))).isEmpty();
    assertThat(outage.over(at(209))).as("it was too short").isEmpty();
    outage.lasts(at(300), at(300));
    assertThat(outage.lasts(at(300), at(310))).contains(Duration.ofSeconds(10));
  }
}
