package io.garam.streams.replay;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceRangesTest {

  private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

  private static void order(String from, String to) {
    SourceRanges.requireOrder(Position.parse(from, NOW), Position.parse(to, NOW));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "2026-11-25; 2026-11-24",
        "2026-11-25; 2026-11-25",
        "1h; 2h",
        "0:7; 0:6",
        "0:1,1:9; 1:3",
      })
  void fromAfterToIsCalledThatAndNotAnEmptyTopic(String from, String to) {
    assertThatThrownBy(() -> order(from, to))
        .isInstanceOf(GaramException.class)
        .hasMessageStartingWith("Expected --from to be before --to, but ");
  }

  @Test
  void whatCanBeIsTaken() {
    assertThatCode(() -> order("2h", "1h")).doesNotThrowAnyException();
    assertThatCode(() -> order("0:7,1:9", "0:7")).doesNotThrowAnyException();
    assertThatCode(() -> order("2h", "0:7")).doesNotThrowAnyException();
    assertThatCode(() -> SourceRanges.requireOrder(null, null)).doesNotThrowAnyException();
  }
}
