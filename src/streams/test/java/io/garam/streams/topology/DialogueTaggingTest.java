package io.garam.streams.topology;

import static io.garam.streams.topology.Said.event;
import static io.garam.streams.topology.Said.label;
import static io.garam.streams.topology.Said.tombstone;
import static io.garam.streams.topology.Said.utterance;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.garam.streams.memory.DialogueSettings.StoreKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is remembered of a dialogue, and what an utterance means by it. */
class DialogueTaggingTest {

  @AutoClose private final DialoguePartitions partitions;

  DialogueTaggingTest(@TempDir Path folder) {
    partitions = new DialoguePartitions(folder);
  }

  @Test
  void eachDialogueIsRememberedByItself() throws IOException {
    DialoguePartition partition = partitions.open();
    assertThat(label(partition.say("a", "one", 0))).isEqualTo("one");
    assertThat(label(partition.say("b", "uno", 0))).isEqualTo("uno");
    JsonNode third = partition.say("a", "two", 1);
    assertThat(label(third)).isEqualTo("one two");
    assertThat(third.get("dialogue")).hasToString("{\"utterance\":2}");
    assertThat(label(partition.say("b", "dos", 1))).isEqualTo("uno dos");
  }

  @Test
  void theSpeakerOfTheUtteranceBeforeIsRemembered() throws IOException {
    DialoguePartition partition = partitions.open();
    partition.say(event("a", "{'text':'hello','speaker':'user'}", 0));
    partition.say(event("a", "{'text':'hi','speaker':'system'}", 0));
    assertThat(label(partition.say(event("a", "{'text':'bye','speaker':'system'}", 0))))
        .isEqualTo(">user:hello user>system:hi system>system:bye");
  }

  @Test
  void aRecordWithoutAKeyBelongsToNoDialogue() throws IOException {
    DialoguePartition partition = partitions.open();
    partition.say(null, "one", 0);
    JsonNode second = partition.say(null, "two", 0);
    assertThat(label(second)).isEqualTo("two");
    assertThat(second.get("dialogue")).hasToString("{\"utterance\":1}");
    assertThat(partition.poll(List.of(utterance(null, "three", 0), utterance(null, "four", 0))))
        .map(Said::label)
        .containsExactly("three", "four");
    assertThat(partition.say(tombstone(null, 0))).isEmpty();
    assertThat(partition.remembered()).isEmpty();
  }

  @Test
  void anEndIsTaggedWithWhatIsRememberedAndThenAllIsForgotten() throws IOException {
    DialoguePartition partition = partitions.open();
    partition.say("a", "one", 0);
    assertThat(label(partition.say(event("a", "{'text':'bye','end':true}", 0))))
        .isEqualTo("one bye");
    assertThat(partition.remembered()).isEmpty();
    assertThat(label(partition.say("a", "two", 0))).isEqualTo("two");
  }

  @Test
  void tombstonesAndEndsWithoutATextForgetTheDialogueAndPassAsTheyAre() throws IOException {
    DialoguePartition partition = partitions.open();
    partition.say("a", "one", 0);
    partition.say("b", "uno", 0);
    partition.utterances.pipeInput(new TestRecord<>("a".getBytes(UTF_8), null));
    byte[] farewell = " { \"end\" : true } ".getBytes(UTF_8);
    partition.utterances.pipeInput(new TestRecord<>("b".getBytes(UTF_8), farewell));
    assertThat(partition.intents.readValue()).isNull();
    assertThat(partition.intents.readValue()).isEqualTo(farewell);
    assertThat(partition.remembered()).isEmpty();
    assertThat(partition.deadLetters.isEmpty()).isTrue();
  }

  @Test
  void anotherModelStartsTheDialogueAnewAndSaysSoOnce() throws IOException {
    DialoguePartition old = partitions.open();
    old.say("a", "one", 0);
    old.say("idle", "x", 0);
    DialoguePartition updated = partitions.open("d2", StoreKind.MEMORY);
    updated.restore(old);
    JsonNode first = updated.say("a", "two", 1);
    assertThat(label(first)).isEqualTo("two");
    assertThat(first.get("dialogue"))
        .hasToString("{\"utterance\":1,\"restarted\":\"other model\"}");
    JsonNode second = updated.say("a", "three", 2);
    assertThat(label(second)).isEqualTo("two three");
    assertThat(second.get("dialogue")).hasToString("{\"utterance\":2}");
    assertThat(updated.say("new", "x", 2).get("dialogue")).hasToString("{\"utterance\":1}");
    assertThat(updated.say("idle", "x", 61).get("dialogue")).hasToString("{\"utterance\":1}");
  }

  @Test
  void aDeadLetterLeavesTheMemoryAsItWas() throws IOException {
    DialoguePartition partition = partitions.open();
    partition.say("a", "one", 0);
    String padding = "x".repeat(DialoguePartition.MAX_REQUEST_SIZE);
    partition.say(event("a", "{'text':'two','end':true,'padding':'" + padding + "'}", 0));
    partition.say(event("a", "{'text':7,'end':true}", 0));
    partition.say(event("a", "{'text':' '}", 0));
    assertThat(partition.deadLetters.readValuesToList()).hasSize(3);
    assertThat(label(partition.say("a", "three", 0))).isEqualTo("one three");
  }
}
