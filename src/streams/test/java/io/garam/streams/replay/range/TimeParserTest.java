package io.garam.streams.replay.range;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeParserTest {

  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

  private static Instant parse(String text) {
    return Instant.ofEpochMilli(TimeParser.parse(text, NOW));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-25T14:30:00+09, 2026-11-25T05:30:00Z",
    "2026-11-25T14:30-03:30, 2026-11-25T18:00:00Z",
    "2026-11-25T14:30:00z, 2026-11-25T14:30:00Z",
    "2026-11-25T00:30+14:00, 2026-11-24T10:30:00Z",
    "2026-11-25T23:59:59.9999, 2026-11-25T23:59:59.999Z",
    "2028-02-29, 2028-02-29T00:00:00Z",
    "+12345-01-01, +12345-01-01T00:00:00Z",
  })
  void zonesAndDatesAreReadAsIso8601HasThem(String text, Instant expected) {
    assertThat(parse(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0s, 2026-11-25T12:00:00Z",
    "007m, 2026-11-25T11:53:00Z",
    "36H, 2026-11-24T00:00:00Z",
    "'\t1d ', 2026-11-24T12:00:00Z",
    "20782d, 1970-01-01T12:00:00Z",
    "20783d, 1970-01-01T00:00:00Z",
    "99999999999s, 1970-01-01T00:00:00Z",
    "-0001-01-01, 1970-01-01T00:00:00Z",
  })
  void longAgoIsCountedFromNowAndNotBefore1970(String text, Instant expected) {
    assertThat(parse(text)).isEqualTo(expected);
  }

  @Test
  void whatNowHasBelowMillisecondsIsCutOff() {
    assertThat(TimeParser.parse("1s", Instant.parse("1970-01-01T00:00:02.345999Z")))
        .isEqualTo(1_345);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-29",
        "2026-11-25T24:00",
        "2026-11-25T14",
        "2026-11-25 14:30",
        "2026-11-25t14:30Z",
        "2026-11-25T14:30 +09:00",
        "2026-11-25T14:30+19:00",
        "+999999999-12-31",
        "1.5h",
        "-1h",
        "1h30m",
        "1 h",
        "h",
        "1w",
        "２４h",
        "9223372036854775807d",
        "9223372036854775807s",
      })
  void whatIsAlmostATimeIsRefusedAsItWasWritten(String text) {
    assertThatThrownBy(() -> TimeParser.parse(text, NOW))
        .isInstanceOf(GaramException.class)
        .hasMessage(
            "Expected a time such as 2026-11-25T14:30:00Z, 2026-11-25 or 24h (ago), or offsets such"
                + " as 0:1000,1:1200 (partition:offset), but found \""
                + text
                + "\"; correct it.");
  }
}
