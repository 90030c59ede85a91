package io.garam.streams.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.ContentReference;
import com.fasterxml.jackson.core.io.JsonEOFException;
import org.junit.jupiter.api.Test;

/** An event before its fields are looked for: its bytes and its JSON. */
class EventTextTest {

  private static final JsonLocation EIGHTH = new JsonLocation(ContentReference.unknown(), 7L, 1, 8);

  private static void assertRefused(byte[] value, int maxBytes, ReasonCode code) {
    assertThatThrownBy(() -> EventText.decode(value, maxBytes))
        .isInstanceOfSatisfying(
            UntaggableEventException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void sizeIsCountedInBytesAndNotInCharacters() {
    byte[] value = "가나다".getBytes(UTF_8);
    assertThat(EventText.decode(value, 9)).isEqualTo("가나다");
    assertRefused(value, 8, ReasonCode.EVENT_TOO_LARGE);
  }

  @Test
  void whatIsTooLargeIsNotLookedAt() {
    assertRefused(new byte[] {0, 1}, 1, ReasonCode.EVENT_TOO_LARGE);
    assertRefused(new byte[] {(byte) 0xff, 1}, 1, ReasonCode.EVENT_TOO_LARGE);
  }

  @Test
  void theFirstByteTellsASchemaRegistryThoughTheRestIsNotUtf8() {
    assertRefused(new byte[] {0}, 9, ReasonCode.SCHEMA_REGISTRY);
    assertRefused(new byte[] {0, (byte) 0xff}, 9, ReasonCode.SCHEMA_REGISTRY);
    assertThat(EventText.decode(new byte[] {'{', 0}, 9)).isEqualTo("{\u0000");
  }

  /** Its bytes are those by which a lenient decoder shows a fault. */
  @Test
  void aReplacementCharacterIsOneAndBytesThatAreNoneAreRefused() {
    assertThat(EventText.decode("a\uFFFDb".getBytes(UTF_8), 9)).isEqualTo("a\uFFFDb");
    assertRefused(new byte[] {'a', (byte) 0xed, (byte) 0xa0, (byte) 0x80}, 9, ReasonCode.NOT_UTF8);
    assertRefused(new byte[] {(byte) 0xc0, (byte) 0x80}, 9, ReasonCode.NOT_UTF8);
    assertRefused(new byte[] {(byte) 0xea, (byte) 0xb0}, 9, ReasonCode.NOT_UTF8);
  }

  @Test
  void anEmptyValueIsAnEmptyText() {
    assertThat(EventText.decode(new byte[0], 1)).isEmpty();
  }

  @Test
  void aByteOrderMarkIsPartOfTheText() {
    assertThat(EventText.decode(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf, '{'}, 9))
        .isEqualTo("\ufeff{");
  }

  private static void assertRefused(JsonProcessingException e, ReasonCode code, String sentence) {
    UntaggableEventException refused = UnreadableJson.refused(e, 1);
    assertThat(refused.code()).isEqualTo(code);
    assertThat(refused).hasMessage(sentence);
  }

  @Test
  void thePlaceOfAFaultIsCountedFromTheBeginningOfTheValue() {
    assertRefused(
        new JsonParseException(null, "Unexpected character", EIGHTH),
        ReasonCode.NOT_JSON,
        "Expected the value to be a JSON object, but it is not JSON (at character 8).");
    assertRefused(
        new JsonParseException(null, "Duplicate field 'secret'", EIGHTH),
        ReasonCode.DUPLICATE_FIELD,
        "Expected each field of an object once, but one is there twice (at character 8).");
  }

  @Test
  void aFaultWithoutAPlaceIsAtTheBeginning() {
    assertRefused(
        new JsonEOFException(null, JsonToken.NOT_AVAILABLE, "Unexpected end-of-input"),
        ReasonCode.NOT_JSON,
        "Expected the value to be a JSON object, but it ends in the middle of one (at character"
            + " 0).");
  }

  @Test
  void aLimitOfTheJsonLibraryIsNamedWithAllThatItMayBe() {
    UntaggableEventException refused =
        UnreadableJson.refused(new StreamConstraintsException("too deep", EIGHTH), 0);
    assertThat(refused.code()).isEqualTo(ReasonCode.JSON_LIMIT);
    assertThat(refused)
        .message()
        .matches(
            "Expected JSON that is nested at most \\d+ deep, with names of at most \\d+ characters"
                + " and numbers of at most \\d+ digits, but the value goes beyond one of these"
                + " \\(at character 7\\)\\.");
  }
}
