package io.garam.streams.replay.range;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionOrderTest {

  private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

  private static void order(String from, String to) {
    new PositionOrder(Position.of(from, NOW), Position.of(to, NOW)).require(NOW);
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
    assertThatCode(() -> new PositionOrder(null, null).require(NOW)).doesNotThrowAnyException();
  }

  @Test
  void aBeginningInTheFutureIsRefusedAndAnEndThereIsNot() {
    assertThatThrownBy(() -> order("2026-11-27", null))
        .hasMessage(
            "Expected --from to be in the past, but 2026-11-27T00:00:00Z is after now"
                + " (2026-11-26T12:00:00Z); choose an earlier time.");
    assertThatCode(() -> order("1h", "2026-11-27")).doesNotThrowAnyException();
  }
}
