package io.garam.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimelineTest {

  private static final long START = Instant.parse("2026-11-25T14:30:00Z").toEpochMilli();

  private final Timeline.Builder builder = new Timeline.Builder();

  @Test
  void aShortRangeIsCountedBySeconds() {
    builder.add(START + 2_999, "order");
    builder.add(START, "order");
    builder.add(START + 10, "refund");

    Timeline timeline = builder.build();

    assertThat(timeline.widthMillis()).isEqualTo(1_000);
    assertThat(timeline.bins())
        .containsExactly(
            new TimelineBin(START, Map.of("order", 1, "refund", 1)),
            new TimelineBin(START + 1_000, Map.of()),
            new TimelineBin(START + 2_000, Map.of("order", 1)));
  }

  @Test
  void binsGrowWithTheRangeAndLoseNothing() {
    Random random = new Random(1);
    for (Duration range = Duration.ofSeconds(1);
        range.toDays() < 365_000;
        range = range.multipliedBy(3)) {
      for (int i = 0; i < 100; i++) {
        builder.add(START + (long) (random.nextDouble() * range.toMillis()), "label " + i % 7);
      }

      Timeline timeline = builder.build();

      assertThat(timeline.bins()).hasSizeLessThanOrEqualTo(Timeline.MOST_BINS);
    }

    Timeline timeline = builder.build();
    assertThat(timeline.bins().size()).isGreaterThan(Timeline.MOST_BINS / 3);
    assertThat(timeline.bins().stream().mapToInt(TimelineBin::total).sum() % 100).isZero();
  }

  @Test
  void mergedCountsAreThoseOfBinsThatWereWideFromTheBeginning() {
    Timeline.Builder late = new Timeline.Builder();
    long[] ends = {START, START + Duration.ofDays(100).toMillis()};
    late.add(ends[0], "end");
    late.add(ends[1], "end");
    Random random = new Random(2);
    for (int i = 0; i < 2_000; i++) {
      long millis = START + (long) (random.nextDouble() * (ends[1] - START) * i / 2_000);
      builder.add(millis, "label " + i % 3);
      late.add(millis, "label " + i % 3);
    }
    builder.add(ends[0], "end");
    builder.add(ends[1], "end");

    assertThat(builder.build()).isEqualTo(late.build());
    assertThat(builder.build().widthMillis()).isEqualTo(Duration.ofDays(1).toMillis());
  }

  @Test
  void weeksBeginOnMonday() {
    builder.add(START, "order");
    builder.add(START + Duration.ofDays(400).toMillis(), "order");

    assertThat(builder.build().bins().get(0).startMillis())
        .isEqualTo(Instant.parse("2026-11-23T00:00:00Z").toEpochMilli());
  }

  @Test
  void timesThatNoClockGaveAreIgnoredAndCounted() {
    builder.add(-1, "order");
    builder.add(START * 1_000_000, "order");
    builder.add(Long.MAX_VALUE, "order");
    builder.add(0, "order");

    assertThat(builder.build().ignored()).isEqualTo(3);
    assertThat(builder.build().bins()).hasSize(1);
  }

  @Test
  void nothingAddedIsNoBin() {
    assertThat(builder.build().bins()).isEmpty();
  }
}
