package io.garam.streams.recent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.garam.streams.broker.FakeBroker;
import io.garam.streams.broker.FakePartition;
import io.garam.streams.config.GaramConfig;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.record.internal.SimpleRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecentDialogueTest {

  private final FakeBroker broker = new FakeBroker();
  private final FakePartition intents = broker.topics.add("intents");
  private final RecentDialogue dialogues =
      new RecentDialogue(
          GaramConfig.of(
              Map.of("bootstrap.servers", broker.address(), GaramConfig.MODEL, "models/none")));

  @AfterEach
  void close() {
    broker.close();
  }

  private static String said(String text, int utterance) {
    return ("{\"text\":\"%s\",\"intent\":{\"label\":\"affirm\",\"confidence\":0.9,\"alternatives\":[],"
            + "\"model\":{\"name\":\"m\",\"version\":\"1\",\"digest\":\"0\"},"
            + "\"dialogue\":{\"utterance\":%d}}}")
        .formatted(text, utterance);
  }

  private static String last(String text, int utterance) {
    return said(text, utterance).replace("{\"text\"", "{\"end\":true,\"text\"");
  }

  private void write(String key, String value) {
    intents.append(
        new SimpleRecord(7, key.getBytes(UTF_8), value == null ? null : value.getBytes(UTF_8)));
  }

  private List<String> texts(List<RecentDialogue.Said> said) {
    return said.stream().map(one -> one.utterance().text()).toList();
  }

  @Test
  void theLastUtterancesOfOneDialogueAreReadInTheirOrder() {
    write("d1", said("a", 1));
    write("d2", said("other", 1));
    write("d1", "no event");
    write("d1", said("b", 2));
    write("d1", said("c", 3));
    assertThat(texts(dialogues.read("d1", 9))).containsExactly("a", "b", "c");
    assertThat(texts(dialogues.read("d1", 2))).containsExactly("b", "c");
    assertThat(dialogues.read("d3", 9)).isEmpty();
  }

  /** They were one dialogue to the page, and two to the stream. */
  @Test
  void anEventThatEndsADialogueCutsIt() {
    write("d1", said("a", 1));
    write("d1", last("bye", 2));
    assertThat(texts(dialogues.read("d1", 9))).containsExactly("a", "bye");
    write("d1", said("hello", 1));
    assertThat(texts(dialogues.read("d1", 9))).containsExactly("hello");
    write("d1", "{\"end\":true}");
    write("d1", said("again", 1));
    assertThat(texts(dialogues.read("d1", 9))).containsExactly("again");
    write("d1", null);
    assertThat(dialogues.read("d1", 9)).isEmpty();
  }

  @Test
  void whatWasSaidBeforeAnUtteranceIsFoundByItsWholeValue() {
    write("d1", said("a", 1));
    write("d1", last("ok", 2));
    write("d1", said("b", 1));
    write("d1", said("ok", 2));
    write("d1", said("ok", 3));
    byte[] key = "d1".getBytes(UTF_8);
    assertThat(texts(dialogues.before(key, last("ok", 2).getBytes(UTF_8), 9))).containsExactly("a");
    assertThat(texts(dialogues.before(key, said("ok", 2).getBytes(UTF_8), 9))).containsExactly("b");
    assertThat(texts(dialogues.before(key, said("ok", 3).getBytes(UTF_8), 9)))
        .containsExactly("b", "ok");
    assertThat(dialogues.before(key, said("ok", 4).getBytes(UTF_8), 9)).isEmpty();
  }
}
