package io.garam.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimitTest {

  private final AtomicLong clock = new AtomicLong(-5);

  private long taken(RateLimit limit, int asked) {
    return IntStream.range(0, asked).filter(i -> limit.takes()).count();
  }

  @Test
  void aSecondsWorthComesAtOnceAndThenAsMuchAsTimePasses() {
    RateLimit limit = new RateLimit(50, clock::get);
    assertThat(taken(limit, 200)).isEqualTo(50);
    clock.addAndGet(100_000_000);
    assertThat(taken(limit, 200)).isEqualTo(5);
    clock.addAndGet(3_600_000_000_000L);
    assertThat(taken(limit, 200)).isEqualTo(50);
  }

  @Test
  void whoAsksTooOftenDoesNotKeepAllOut() {
    RateLimit limit = new RateLimit(10, clock::get);
    long taken = 0;
    for (int i = 0; i < 10_000; i++) {
      clock.addAndGet(1_000_000);
      taken += taken(limit, 1);
    }
    assertThat(taken).isBetween(100L, 111L);
  }

  @Test
  void noneIsNoLimit() {
    assertThat(taken(new RateLimit(0, clock::get), 10_000)).isEqualTo(10_000);
  }
}
