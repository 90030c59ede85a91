package io.garam.app.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LabelTopicTest {

  private final LabelTopic labels =
      new LabelTopic(JsonPointer.compile("/utteranceId"), JsonPointer.compile("/label"));

  private void add(@Nullable String key, @Nullable String value) {
    labels.add(
        new ConsumerRecord<>(
            "corrections",
            0,
            0,
            key == null ? null : key.getBytes(UTF_8),
            value == null ? null : value.getBytes(UTF_8)));
  }

  private @Nullable String of(@Nullable String key, String id) {
    return labels.of(UtteranceKey.of(key == null ? null : key.getBytes(UTF_8), new TextNode(id)));
  }

  @Test
  void theLastWordOnAnUtteranceCounts() {
    add("d", "{\"utteranceId\":\"1\",\"label\":\"request\"}");
    add("d", "{\"utteranceId\":\"1\",\"label\":\"inform\"}");
    add("d", "{\"utteranceId\":\"2\",\"label\":\"request\"}");
    add("d", "{\"utteranceId\":\"2\",\"label\":null}");
    add("d", "{\"utteranceId\":\"3\",\"label\":\"request\"}");
    add("d", "{\"utteranceId\":\"3\",\"label\":\" \"}");
    assertThat(of("d", "1")).isEqualTo("inform");
    assertThat(of("d", "2")).isNull();
    assertThat(of("d", "3")).isNull();
  }

  @Test
  void labelsAreReadAsThoseOfACorpusAndWhatCannotBeOneIsCounted() {
    add("d", "{\"utteranceId\":\"1\",\"label\":\" inform\\n\"}");
    add("d", "{\"utteranceId\":\"2\",\"label\":3}");
    add("d", "{\"utteranceId\":\"3\",\"label\":[\"inform\"]}");
    add("d", "{\"utteranceId\":\"1\",\"label\":{\"name\":\"ask\"}}");
    assertThat(of("d", "1")).isNull();
    assertThat(of("d", "2")).isEqualTo("3");
    assertThat(of("d", "3")).isEqualTo("inform");
    assertThat(labels.unusable().told("Values").orElseThrow())
        .contains("count for nothing: 1, the first of them the value {\"name\":\"ask\"};");
  }

  @Test
  void aKeyNamesTheDialogueAndNoneMeansAny() {
    add("d", "{\"utteranceId\":1,\"label\":\"of d\"}");
    add(null, "{\"utteranceId\":1,\"label\":\"of any\"}");
    assertThat(of("d", "1")).isEqualTo("of d");
    assertThat(of("e", "1")).isEqualTo("of any");
    assertThat(of(null, "1")).isEqualTo("of any");
    assertThat(labels.of(UtteranceKey.of(null, IntNode.valueOf(1)))).isEqualTo("of any");
  }

  @Test
  void whatNamesNoUtteranceIsCounted() {
    add("d", "{\"label\":\"request\"}");
    add("d", "no json");
    add("d", null);
    add("d", "{\"utteranceId\":true,\"label\":\"request\"}");
    assertThat(labels.nameless()).isEqualTo(4);
    assertThat(labels.of(null)).isNull();
  }
}
