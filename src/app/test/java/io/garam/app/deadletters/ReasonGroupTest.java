package io.garam.app.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ReasonGroupTest {

  private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

  private static String span(@Nullable Instant first, @Nullable Instant last) {
    return new ReasonGroup("no-text", "Expected a text.", 2, 2, first, last).span();
  }

  @Test
  void lettersOfOneTimeHaveOneAndOthersTheirFirstAndLast() {
    assertThat(span(NOON, NOON)).isEqualTo("2026-11-01T12:00:00Z");
    assertThat(span(NOON, NOON.plusSeconds(1)))
        .isEqualTo("2026-11-01T12:00:00Z to 2026-11-01T12:00:01Z");
  }

  @Test
  void lettersWithoutATimeSaySo() {
    assertThat(span(null, null)).isEqualTo("no time");
  }
}
