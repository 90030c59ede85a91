package io.garam.streams.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why an event is no event, in whole sentences. */
class EventRefusalTest {

  private static final EventReader READER = reader(1 << 20);

  private static EventReader reader(int maxBytes) {
    return new EventReader(
        Map.of(
            EventField.TEXT, JsonPointer.compile("/message/0/body"),
            EventField.END, JsonPointer.compile("/end")),
        ExistingIntent.REPLACE,
        maxBytes);
  }

  private static void assertRefused(byte[] value, ReasonCode code, String sentence) {
    assertThatThrownBy(() -> READER.read(value))
        .isInstanceOfSatisfying(
            UntaggableEventException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessage(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[] | an array",
        "\"text\" | a string",
        "1 | a number",
        "-1.5e3 | a number",
        "true | a boolean",
        "null | null",
        "`` | nothing",
        "`  ` | nothing",
      })
  void whatIsJsonButNoObjectIsCalledWhatItIs(String json, String found) {
    assertRefused(
        json.getBytes(UTF_8),
        ReasonCode.NOT_AN_OBJECT,
        "Expected the value to be a JSON object, but found " + found + ".");
  }

  @Test
  void somethingBehindTheObjectIsRefused() {
    String sentence = "Expected the value to be one JSON object, but something follows it.";
    byte[] two = "{\"end\":true} {}".getBytes(UTF_8);
    assertRefused(two, ReasonCode.NOT_AN_OBJECT, sentence);
    assertThat(READER.read("{\"end\":true} \n\t".getBytes(UTF_8)).ends()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | nothing there",
        "{\"message\":[]} | nothing there",
        "{\"message\":[{}]} | nothing there",
        "{\"message\":{\"1\":{\"body\":\"x\"}}} | nothing there",
        "{\"message\":[{\"body\":null}]} | nothing there",
        "{\"message\":[1,{\"body\":\"x\"}]} | nothing there",
      })
  void whereTheTextIsExpectedThereMustBeOne(String json, String found) {
    assertRefused(
        json.getBytes(UTF_8),
        ReasonCode.NO_TEXT,
        "Expected the text at /message/0/body, but the event has " + found + ".");
  }

  @Test
  void aMemberThatIsCalledByANumberIsFoundAsAnElementIs() {
    assertThat(READER.read("{\"message\":{\"0\":{\"body\":\"x\"}}}".getBytes(UTF_8)).text())
        .as("a JSON pointer does not tell them apart")
        .isEqualTo("x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | an object",
        "[\"x\"] | an array",
        "12 | a number",
        "false | a boolean",
      })
  void aTextThatIsNoStringIsCalledWhatItIs(String body, String found) {
    assertRefused(
        ("{\"message\":[{\"body\":" + body + "}]}").getBytes(UTF_8),
        ReasonCode.TEXT_NOT_A_STRING,
        "Expected a string at /message/0/body, but found " + found + ".");
  }

  @Test
  void whatASchemaRegistryWroteIsKnownByItsFirstByte() {
    assertRefused(
        new byte[] {0, 0, 0, 0, 1, '{', '}'},
        ReasonCode.SCHEMA_REGISTRY,
        "Expected the value to be a JSON object, but it begins with byte 0, as the Avro, Protobuf"
            + " and JSON of a schema registry do; convert it to plain JSON before Garam.");
  }

  @Test
  void whatIsNotUtf8IsSaidToBeSo() {
    String sentence =
        "Expected the value to be a JSON object in UTF-8, but its bytes are not UTF-8.";
    assertRefused(new byte[] {'{', (byte) 0x80, '}'}, ReasonCode.NOT_UTF8, sentence);
    byte[] halfOfTwo = {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'};
    assertRefused(halfOfTwo, ReasonCode.NOT_UTF8, sentence);
    byte[] longerThanNeeded = {(byte) 0xc0, (byte) 0xaf};
    assertRefused(longerThanNeeded, ReasonCode.NOT_UTF8, sentence);
    byte[] cut = {'{', (byte) 0xea, (byte) 0xb0};
    assertRefused(cut, ReasonCode.NOT_UTF8, sentence);
  }

  @Test
  void anEventOfTheLargestSizeIsReadAndOneByteMoreIsNot() {
    byte[] event = "{\"message\":[{\"body\":\"가\"}]}".getBytes(UTF_8);
    assertThat(reader(event.length).read(event).text()).isEqualTo("가");
    assertThatThrownBy(() -> reader(event.length - 1).read(event))
        .hasMessage(
            "Expected an event of at most garam.max.event.bytes ("
                + (event.length - 1)
                + "), but it is larger.");
  }

  @Test
  void aFieldThatIsThereTwiceIsRefusedWhereverItIs() {
    for (String json :
        new String[] {
          "{\"end\":true,\"end\":true}",
          "{\"end\":true,\"other\":{\"a\":1,\"a\":1}}",
          "{\"end\":true,\"other\":[[{\"\\u0061\":1,\"a\":1}]]}"
        }) {
      assertThatThrownBy(() -> READER.read(json.getBytes(UTF_8)))
          .isInstanceOfSatisfying(
              UntaggableEventException.class,
              e -> assertThat(e.code()).isEqualTo(ReasonCode.DUPLICATE_FIELD))
          .hasMessageMatching(
              "Expected each field of an object once, but one is there twice \\(at character"
                  + " \\d+\\)\\.");
    }
  }

  @Test
  void whatEndsInTheMiddleIsSaidToDoSo() {
    for (String json : new String[] {"{", "{\"a", "{\"message\":[{\"body\":\"x"}) {
      assertThatThrownBy(() -> READER.read(json.getBytes(UTF_8)))
          .as(json)
          .isInstanceOfSatisfying(
              UntaggableEventException.class,
              e -> assertThat(e.code()).isEqualTo(ReasonCode.NOT_JSON))
          .hasMessageStartingWith(
              "Expected the value to be a JSON object, but it ends in the middle of one (at"
                  + " character ");
    }
  }

  @Test
  void halfACharacterThatIsEscapedIsATextAndStaysInTheOutputAsItWas() {
    String json = "{\"message\":[{\"body\":\"\\ud83d!\"}]}";
    Event event = READER.read(json.getBytes(UTF_8));
    assertThat(event.text()).isEqualTo("\ud83d!");
    assertThat(new String(event.value(), UTF_8)).isEqualTo(json);
    assertThat(READER.read("{\"message\":[{\"body\":\"\\ud83d\\ude00\"}]}".getBytes(UTF_8)).text())
        .isEqualTo("😀");
  }
}
