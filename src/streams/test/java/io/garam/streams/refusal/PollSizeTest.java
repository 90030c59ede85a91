package io.garam.streams.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PollSizeTest {

  private final AtomicLong clock = new AtomicLong(-5);
  private final PollSize size = new PollSize(clock::get);

  @Test
  void pollsAreAsConfiguredUntilTheHeapCouldNotHoldOne() {
    assertThat(size.limit()).isEmpty();
    assertThat(size.shrink()).isTrue();
    assertThat(size.limit()).hasValue(1);
    assertThat(size.shrink()).as("they were small before").isFalse();
  }

  @Test
  void pollsGrowAgainWithTimeAndMayShrinkAgain() {
    size.shrink();
    clock.addAndGet(PollSize.SMALL.toNanos() - 1);
    assertThat(size.limit()).hasValue(1);
    clock.incrementAndGet();
    assertThat(size.limit()).isEmpty();
    assertThat(size.shrink()).isTrue();
    assertThat(size.limit()).hasValue(1);
  }

  @Test
  void theTimeCountsFromTheLastPollThatWasTooLarge() {
    size.shrink();
    clock.addAndGet(PollSize.SMALL.toNanos() - 1);
    size.shrink();
    clock.incrementAndGet();
    assertThat(size.limit()).hasValue(1);
  }
}
