package io.garam.app.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;
import io.garam.app.run.Conversations.Line;
import io.garam.nlu.Intent;
import io.garam.nlu.Intent.Place;
import io.garam.nlu.io.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a tagger made of conversations, against what an undisturbed run makes of them. */
public final class DialogueOutputs {

  private DialogueOutputs() {}

  /** Each is there once, in the order of its dialogue, with the label and confidence expected. */
  public static void assertThatNothingDisturbed(
      Cluster cluster, List<Line> said, List<Intent> expected, Duration patience)
      throws IOException {
    List<ConsumerRecord<byte[], byte[]>> outputs =
        cluster.read(cluster.outputTopic(), said.size(), patience);
    Map<Integer, JsonNode> intents = new TreeMap<>();
    Map<String, Integer> lastOfDialogue = new HashMap<>();
    for (ConsumerRecord<byte[], byte[]> output : outputs) {
      JsonNode event = Json.MAPPER.readTree(output.value());
      int id = event.get("utteranceId").intValue();
      assertThat(intents.put(id, event.get("intent"))).as("a second output of %d", id).isNull();
      String dialogue = new String(output.key(), UTF_8);
      assertThat(dialogue).isEqualTo(said.get(id).dialogue());
      Integer before = lastOfDialogue.put(dialogue, id);
      assertThat(before == null ? -1 : before).as("order of %d", id).isLessThan(id);
    }
    assertThat(intents).as("outputs that are missing").hasSameSizeAs(said);
    intents.forEach((id, intent) -> assertSame(said.get(id), intent, expected.get(id)));
  }

  private static void assertSame(Line line, JsonNode intent, Intent expected) {
    Place place = Objects.requireNonNull(expected.dialogue(), "the model follows dialogues");
    assertThat(intent.get("dialogue"))
        .as("place of %s", line)
        .hasToString("{\"utterance\":" + place.utterance() + "}");
    assertThat(intent.get("label").textValue()).as("label of %s", line).isEqualTo(expected.label());
    assertThat(intent.get("confidence").floatValue())
        .as("confidence of %s", line)
        .isCloseTo(expected.confidence(), offset(1e-4f));
  }
}
