package io.garam.streams.event;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import io.garam.nlu.Intent;
import io.garam.nlu.Intent.Alternative;
import io.garam.nlu.Intent.ModelReference;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {

  private static final Intent INTENT =
      new Intent(
          "question",
          0.75f,
          List.of(new Alternative("statement", 0.25f)),
          new ModelReference("m", "1", "0123456789abcdef"),
          null);
  private static final String INTENT_JSON =
      "{\"label\":\"question\",\"confidence\":0.75,"
          + "\"alternatives\":[{\"label\":\"statement\",\"confidence\":0.25}],"
          + "\"model\":{\"name\":\"m\",\"version\":\"1\",\"digest\":\"0123456789abcdef\"}}";

  private static String tagged(String pointer, String json) {
    Event event =
        new EventReader(
                Map.of(EventField.TEXT, JsonPointer.compile(pointer)),
                ExistingIntent.REPLACE,
                1 << 20)
            .read(json.getBytes(UTF_8));
    return new String(event.with(INTENT, new IntentSerializer()), UTF_8);
  }

  private static Event read(byte[] value) {
    return new EventReader(
            Map.of(EventField.TEXT, JsonPointer.compile("/text")), ExistingIntent.REPLACE, 1 << 20)
        .read(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/text|{\"text\":\"hi\"}|{\"text\":\"hi\",\"intent\":#}",
        "/text|` { \"text\" : \"hi\" , \"n\" : 1.50E+2 } `|` { \"text\" : \"hi\" , \"n\" : 1.50E+2 ,\"intent\":#} `",
        "/text|{\"text\":\"hi\",\"intent\":null}|{\"text\":\"hi\",\"intent\":#}",
        "/text|{\"intent\" : {\"label\":\"old}\\\"\",\"x\":[1,{}]} ,\"text\":\"hi\"}|{\"intent\" : # ,\"text\":\"hi\"}",
        "/text|{\"intent\":-12.5e3,\"text\":\"hi\"}|{\"intent\":#,\"text\":\"hi\"}",
        "/text|{\"intent\":\"a\\\\\",\"text\":\"hi\"}|{\"intent\":#,\"text\":\"hi\"}",
        "/text|{\"intent\":[true ],\"text\":\"hi\"}|{\"intent\":#,\"text\":\"hi\"}",
        "/text|{\"meta\":{\"intent\":1,\"text\":\"no\"},\"text\":\"hi\"}|{\"meta\":{\"intent\":1,\"text\":\"no\"},\"text\":\"hi\",\"intent\":#}",
        "/a/b|{\"a\":{\"b\":\"hi\"}}|{\"a\":{\"b\":\"hi\"},\"intent\":#}",
        "/parts/1/text|{\"parts\":[{\"text\":\"no\"},{\"text\":\"hi\"}]}|{\"parts\":[{\"text\":\"no\"},{\"text\":\"hi\"}],\"intent\":#}",
        "/a~1b|{\"a/b\":\"hi\"}|{\"a/b\":\"hi\",\"intent\":#}",
      })
  void theIntentIsTheOnlyChange(String pointer, String input, String expected) {
    assertThat(tagged(pointer, input)).isEqualTo(expected.replace("#", INTENT_JSON));
  }

  private static final EventReader ALL_FIELDS =
      new EventReader(
          Map.of(
              EventField.TEXT, JsonPointer.compile("/message/text"),
              EventField.SPEAKER, JsonPointer.compile("/message/from"),
              EventField.UTTERANCE, JsonPointer.compile("/ids/1"),
              EventField.END, JsonPointer.compile("/end")),
          ExistingIntent.REPLACE,
          1 << 20);

  private static Event readAll(String json) {
    return ALL_FIELDS.read(json.getBytes(UTF_8));
  }

  @Test
  void onePassFindsAllFieldsWhereverTheyAre() {
    Event event =
        readAll(
            "{\"end\":true,\"ids\":[0,7],\"message\":{\"from\":\"user\",\"x\":[1],\"text\":\"hi\"}}");
    assertThat(event.text()).isEqualTo("hi");
    assertThat(event.speaker()).isEqualTo("user");
    assertThat(event.utteranceId()).isEqualTo("7");
    assertThat(event.ends()).isTrue();
    assertThat(readAll("{\"message\":{\"text\":\"hi\"},\"ids\":[0,\"seven\"]}").utteranceId())
        .isEqualTo("seven");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"message\":{\"text\":\"hi\"}}",
        "{\"message\":{\"text\":\"hi\",\"from\":null},\"ids\":[0],\"end\":false}",
        "{\"message\":{\"text\":\"hi\",\"from\":{\"from\":\"x\"}},\"ids\":[0,null],\"end\":\"true\"}",
        "{\"message\":{\"text\":\"hi\",\"from\":7},\"ids\":{\"0\":1},\"end\":1}",
        "{\"message\":{\"text\":\"hi\"},\"ids\":[0,{\"end\":true}],\"from\":\"x\"}",
      })
  void whatIsNotThereOrOfAnotherKindIsNotKnown(String json) {
    Event event = readAll(json);
    assertThat(event.text()).isEqualTo("hi");
    assertThat(event.speaker()).isNull();
    assertThat(event.utteranceId()).isNull();
    assertThat(event.ends()).isFalse();
  }

  @Test
  void aSpeakerWithoutEndIsNotKnown() {
    String longest = "x".repeat(EventReader.LONGEST_SPEAKER);
    String json = "{\"message\":{\"text\":\"hi\",\"from\":\"#\"}}";
    assertThat(readAll(json.replace("#", longest)).speaker()).isEqualTo(longest);
    assertThat(readAll(json.replace("#", longest + "x")).speaker()).isNull();
  }

  @Test
  void aByteOrderMarkStays() {
    assertThat(tagged("/text", "\uFEFF{\"text\":\"hi\"}"))
        .isEqualTo("\uFEFF{\"text\":\"hi\",\"intent\":" + INTENT_JSON + "}");
    assertThat(tagged("/text", "\uFEFF{\"intent\":1,\"text\":\"hi\"}"))
        .isEqualTo("\uFEFF{\"intent\":" + INTENT_JSON + ",\"text\":\"hi\"}");
  }

  @Test
  void theTextIsUnescaped() {
    assertThat(read("{\"text\":\"\\ud55c\\u0000 \\uD83D\\uDE00 글\"}".getBytes(UTF_8)).text())
        .isEqualTo("한\u0000 😀 글");
  }

  @Test
  void aTextOfMegabytesIsRead() {
    String text = "가".repeat(340_000);
    assertThat(read(("{\"text\":\"" + text + "\"}").getBytes(UTF_8)).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "[]",
        "[{\"text\":\"hi\"}]",
        "\"text\"",
        "12",
        "null",
        "true",
        "{}",
        "{\"text\":null}",
        "{\"text\":7}",
        "{\"text\":{}}",
        "{\"text\":[\"hi\"]}",
        "{\"Text\":\"hi\"}",
        "{\"text\":\"hi\"",
        "{\"text\":\"hi\"}}",
        "{\"text\":\"hi\"} {\"text\":\"ho\"}",
        "{\"text\":\"hi\",}",
        "{'text':'hi'}",
        "{text:\"hi\"}",
        "{\"text\":\"hi\",\"a\":NaN}",
        "{\"text\":\"hi\",\"a\":01}",
        "{\"text\":\"hi\",\"a\":\"\\x\"}",
        "{\"text\":\"a\nb\"}",
        "{\"text\":\"hi\",\"text\":\"ho\"}",
        "{\"text\":\"hi\",\"a\":{\"b\":1,\"b\":2}}",
        "{\"text\":\"hi\"}\u0000",
        "plain words",
      })
  void whatIsNotAnEventIsRefusedWithAReason(String json) {
    assertThatThrownBy(() -> read(json.getBytes(UTF_8)))
        .isInstanceOf(UntaggableEventException.class)
        .hasMessageStartingWith("Expected ")
        .hasMessageEndingWith(".")
        .message()
        .doesNotContain("\n");
  }

  @Test
  void otherEncodingsAreRefused() {
    assertThatThrownBy(() -> read("{\"text\":\"hi\"}".getBytes(UTF_16LE)))
        .isInstanceOf(UntaggableEventException.class);
    assertThatThrownBy(() -> read(new byte[] {'{', '"', (byte) 0xC0, (byte) 0xAF, '"', '}'}))
        .isInstanceOf(UntaggableEventException.class)
        .hasMessageContaining("UTF-8");
  }

  @Test
  void nestingWithoutEndIsRefusedAndNotFollowed() {
    String json = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + ",\"text\":\"hi\"}";
    assertThatThrownBy(() -> read(json.getBytes(UTF_8)))
        .isInstanceOf(UntaggableEventException.class);
  }
}
