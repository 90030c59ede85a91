package io.garam.streams.replay.range;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import io.garam.streams.replay.range.Position.Offsets;
import io.garam.streams.replay.range.Position.Time;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {

  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "2026-11-25T14:30:00Z, 2026-11-25T14:30:00Z",
    "2026-11-25T14:30:00+09:00, 2026-11-25T05:30:00Z",
    "2026-11-25T14:30, 2026-11-25T14:30:00Z",
    "2026-11-25T14:30:01.5, 2026-11-25T14:30:01.500Z",
    "2026-11-25, 2026-11-25T00:00:00Z",
    "90s, 2026-11-25T11:58:30Z",
    "15m, 2026-11-25T11:45:00Z",
    "24h, 2026-11-24T12:00:00Z",
    "7D, 2026-11-18T12:00:00Z",
    "1969-12-31, 1970-01-01T00:00:00Z"
  })
  void timesAreReadInEveryFormAndInUtcWithoutAZone(String text, String time) {
    assertThat(Position.parse(text, NOW)).isEqualTo(new Time(Instant.parse(time).toEpochMilli()));
  }

  @Test
  void offsetsNamePartitions() {
    assertThat(Position.parse(" 0:100,12:9007199254740993 ", NOW))
        .isEqualTo(new Offsets(Map.of(0, 100L, 12, 9007199254740993L)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "1000",
        "0:1;1:2",
        "0:",
        "2026-13-01",
        "99999999999999d",
        "99999999999999999999999h"
      })
  void anythingElseIsRefusedWithTheForms(String text) {
    assertThatThrownBy(() -> Position.parse(text, NOW))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("2026-11-25T14:30:00Z, 2026-11-25 or 24h (ago)")
        .hasMessageContaining("found \"" + text + "\"");
  }

  @Test
  void aPartitionIsNamedOnce() {
    assertThatThrownBy(() -> Position.parse("0:1,0:5", NOW))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("two for partition 0");
  }

  @Test
  void numbersTooLargeAreNamed() {
    assertThatThrownBy(() -> Position.parse("0:1,1:99999999999999999999", NOW))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("1:99999999999999999999 are too large");
  }
}
