package io.garam.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.streams.output.TaggingStatistics;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class TaggingRateTest {

  /** Statistics of a tagger that has tagged some more each time it is asked, up to a limit. */
  private record Tagging(AtomicLong tagged, long step, long limit) implements TaggingStatistics {

    @Override
    public Counts counts() {
      long now = tagged.updateAndGet(before -> Math.min(limit, before + step));
      return new Counts(now, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    @Override
    public long tagged(String intent) {
      return tagged.get();
    }

    @Override
    public long deadLetters(String reason) {
      return 0;
    }

    @Override
    public Waits waits() {
      return new Waits(0, 0, 0, 0, 0);
    }
  }

  @Test
  void waitingEndsWithAsManyAsAreTagged() throws Exception {
    TaggingRate rate = new TaggingRate(new Tagging(new AtomicLong(), 3, 10), () -> {});

    assertThat(rate.await(10)).isEqualTo(10);
  }

  @Test
  void theRateIsThatOfWhatIsTaggedAfterTheFirstEvent() throws Exception {
    TaggingRate rate = new TaggingRate(new Tagging(new AtomicLong(), 1, 50), () -> {});

    // Each look takes a millisecond at least.
    assertThat(rate.until(50)).isPositive().isLessThan(2_000);
  }

  @Test
  void aTaggerThatHasStoppedIsNotWaitedFor() {
    TaggingRate rate =
        new TaggingRate(
            new Tagging(new AtomicLong(), 0, 10),
            () -> {
              throw new IllegalStateException("stopped");
            });

    assertThatThrownBy(() -> rate.await(1)).hasMessage("stopped");
  }
}
