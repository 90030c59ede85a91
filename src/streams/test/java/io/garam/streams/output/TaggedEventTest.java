package io.garam.streams.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.Intent;
import io.garam.nlu.Intent.Alternative;
import io.garam.nlu.Intent.ModelReference;
import io.garam.nlu.Intent.Place;
import io.garam.nlu.io.Json;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

class TaggedEventTest {

  private static final Serde<TaggedEvent> SERDE = TaggedEvent.serde();

  private static Intent intent(Place place) {
    return new Intent(
        "question",
        0.75f,
        List.of(new Alternative("command", 0.25f)),
        new ModelReference("m", "1", "00"),
        place);
  }

  private static TaggedEvent read(byte[] value) {
    return SERDE.deserializer().deserialize("t", value);
  }

  @Test
  void whatIsWrittenIsTheValueAndIsReadWithItsIntent() throws Exception {
    for (Intent intent : List.of(intent(null), intent(new Place(3, null, null)))) {
      byte[] value =
          ("{\"text\":\"a\",\"intent\":" + Json.MAPPER.writeValueAsString(intent) + "}")
              .getBytes(UTF_8);

      assertThat(SERDE.serializer().serialize("t", new TaggedEvent(value, intent))).isSameAs(value);
      assertThat(read(value).intent()).isEqualTo(intent);
      assertThat(read(value).hasLabel("question")).isTrue();
      assertThat(read(value).hasLabel("command")).isFalse();
    }
  }

  @Test
  void theIntentIsReadWhereThePointerSays() throws Exception {
    Intent intent = intent(null);
    byte[] value =
        ("{\"nlu\":{\"a\":" + Json.MAPPER.writeValueAsString(intent) + "}}").getBytes(UTF_8);
    Serde<TaggedEvent> elsewhere = TaggedEvent.serde("/nlu/a");
    assertThat(elsewhere.deserializer().deserialize("t", value).intent()).isEqualTo(intent);
    assertThat(read(value).intent()).isNull();
  }

  @Test
  void whatHasNoUtteranceHasNoIntent() {
    assertThat(read(null)).isEqualTo(new TaggedEvent(null, null));
    assertThat(SERDE.serializer().serialize("t", new TaggedEvent(null, null))).isNull();
    assertThat(read("{\"end\":true}".getBytes(UTF_8)).intent()).isNull();
    assertThat(read("{\"end\":true}".getBytes(UTF_8)).hasLabel("question")).isFalse();
  }

  @Test
  void whatNoTaggerWroteIsRefusedWithItsTopic() {
    assertThatThrownBy(() -> read("no JSON".getBytes(UTF_8)))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("topic t");
  }
}
