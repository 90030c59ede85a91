package io.garam.streams.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import io.garam.nlu.Intent;
import io.garam.nlu.Intent.ModelReference;
import io.garam.nlu.io.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextWrapperTest {

  private static final Intent INTENT =
      new Intent("a", 1f, List.of(), new ModelReference("m", "1", "0123"), null);

  private static Event read(String text, String pointer) {
    return EventReader.ofTexts(
            Map.of(EventField.TEXT, JsonPointer.compile(pointer)), ExistingIntent.REFUSE, 1_000)
        .read(text.getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "안녕하세요",
        "{\"text\":\"x\",\"intent\":1}",
        "\"",
        "\\",
        "a\nb\tc",
        "\u0001 \u2028",
        "😀",
        "[]",
        "null",
        "42"
      })
  void whateverTheTextIsItComesOutInAnEvent(String text) throws Exception {
    Event event = read(text, "/text");
    assertThat(event.text()).isEqualTo(text);
    assertThat(event.ends()).isFalse();
    Map<?, ?> output = Json.MAPPER.readValue(event.with(INTENT, new IntentSerializer()), Map.class);
    assertThat(output.keySet().stream().map(Object::toString)).containsExactly("text", "intent");
    assertThat(output.get("text")).isEqualTo(text);
  }

  @Test
  void theTextGoesWhereThePointerSays() {
    assertThat(new String(read("hi", "/m/body").with(INTENT, new IntentSerializer()), UTF_8))
        .startsWith("{\"m\":{\"body\":\"hi\"},\"intent\":{\"label\":\"a\"");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheText() {
    assertThat(read("\ufeffhi", "/text").text()).isEqualTo("hi");
  }

  @Test
  void anEmptyTextIsOneAndBytesThatAreNoTextAreRefused() {
    assertThat(read("", "/text").text()).isEmpty();
    EventReader reader =
        EventReader.ofTexts(
            Map.of(EventField.TEXT, JsonPointer.compile("/text")), ExistingIntent.REFUSE, 4);
    assertThatThrownBy(() -> reader.read(new byte[] {(byte) 0xff}))
        .isInstanceOfSatisfying(
            UntaggableEventException.class,
            e -> assertThat(e.code()).isEqualTo(ReasonCode.NOT_UTF8));
    assertThatThrownBy(() -> reader.read("hello".getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            UntaggableEventException.class,
            e -> assertThat(e.code()).isEqualTo(ReasonCode.EVENT_TOO_LARGE));
  }
}
