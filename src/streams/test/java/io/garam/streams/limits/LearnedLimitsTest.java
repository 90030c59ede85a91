package io.garam.streams.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LearnedLimitsTest {

  private static final long HOUR = 3_600_000;
  private static final long NOW = 1_000_000_000_000L;

  private static String message(long from, long to) {
    return "Timestamp 7 of message with offset 0 is out of range. The timestamp should be within ["
        + from
        + ", "
        + to
        + "]";
  }

  @Test
  void onlyWhatIsAtLeastAsLargeInBothWaysIsForeseen() {
    LearnedLimits learned =
        LearnedLimits.NONE.withSize(new SentSize(3000, 2000)).withSize(new SentSize(9000, 1000));
    assertThat(learned.isTooLarge(new SentSize(3000, 2000))).isTrue();
    assertThat(learned.isTooLarge(new SentSize(9000, 1000))).isTrue();
    assertThat(learned.isTooLarge(new SentSize(8999, 1999))).isFalse();
    assertThat(learned.isTooLarge(new SentSize(2999, 2500))).isFalse();
    assertThat(learned.withSize(new SentSize(2000, 900)).tooLarge())
        .as("what a smaller one says too is not kept")
        .containsExactly(new SentSize(2000, 900));
    assertThat(LearnedLimits.NONE.isTooLarge(new SentSize(1 << 30, 1 << 30))).isFalse();
  }

  /** The record at fault was an hour too far; others are judged by what the broker takes. */
  @Test
  void theBrokersMessageSaysWhatTimesAreTaken() {
    LearnedLimits ahead =
        LearnedLimits.NONE.withTime(
            NOW + 2 * HOUR, message(NOW + 5 - 9 * HOUR, NOW + 5 + HOUR), NOW, NOW + 10);
    assertThat(ahead.takesTime(NOW + HOUR, NOW)).isTrue();
    assertThat(ahead.takesTime(NOW + HOUR + 60_005, NOW)).as("it may be under way").isTrue();
    assertThat(ahead.takesTime(NOW + HOUR + 60_006, NOW)).isFalse();
    assertThat(ahead.takesTime(0, NOW)).as("nothing is known of the past").isTrue();

    LearnedLimits behind =
        LearnedLimits.NONE.withTime(
            NOW - 2 * HOUR, message(NOW + 5 - HOUR, NOW + 5 + 9 * HOUR), NOW, NOW + 10);
    assertThat(behind.takesTime(NOW - HOUR - 5, NOW)).isTrue();
    assertThat(behind.takesTime(NOW - HOUR - 6, NOW)).isFalse();
    assertThat(behind.takesTime(NOW + 100 * HOUR, NOW)).isTrue();
  }

  @Test
  void withoutAMessageOnlyWhatIsAsFarAwayIsForeseen() {
    LearnedLimits ahead = LearnedLimits.NONE.withTime(NOW + HOUR, null, NOW, NOW + 10);
    assertThat(ahead.takesTime(NOW + HOUR - 1, NOW)).isTrue();
    assertThat(ahead.takesTime(NOW + HOUR, NOW)).isFalse();

    LearnedLimits behind = LearnedLimits.NONE.withTime(NOW - HOUR, "no", NOW, NOW + 10);
    assertThat(behind.takesTime(NOW - HOUR - 9, NOW)).isTrue();
    assertThat(behind.takesTime(NOW - HOUR - 10, NOW)).isFalse();
  }
}
