package io.garam.streams.topology;

import static io.garam.streams.topology.Said.event;
import static io.garam.streams.topology.Said.label;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.garam.streams.memory.DialogueEntry;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Utterances that come again. */
class DuplicateUtterancesTest {

  @AutoClose private final DialoguePartitions partitions;

  DuplicateUtterancesTest(@TempDir Path folder) {
    partitions = new DialoguePartitions(folder);
  }

  @Test
  void aDuplicateIsTaggedAndLeavesTheMemoryAsItWas() throws IOException {
    DialoguePartition partition = partitions.open();
    partition.say(event("a", "{'text':'one','id':1}", 0));
    partition.say(event("a", "{'text':'two','id':'x'}", 0));
    JsonNode again = partition.say(event("a", "{'text':'one','id':1}", 1));
    assertThat(again.get("dialogue")).hasToString("{\"utterance\":2,\"duplicate\":true}");
    assertThat(label(partition.say(event("a", "{'text':'three','id':3}", 1))))
        .isEqualTo("one two three");
    assertThat(label(partition.say(event("b", "{'text':'other','id':1}", 1)))).isEqualTo("other");
  }

  @Test
  void anUtteranceWithoutAnIdIsNeverADuplicate() throws IOException {
    DialoguePartition partition = partitions.open();
    partition.say("a", "one", 0);
    assertThat(label(partition.say("a", "one", 0))).isEqualTo("one one");
  }

  @Test
  void duplicatesAreKnownForTheLastEightUtterances() throws IOException {
    DialoguePartition partition = partitions.open();
    for (int id = 0; id <= DialogueEntry.UTTERANCES; id++) {
      partition.say(event("a", "{'text':'t','id':" + id + "}", 0));
    }
    assertThat(partition.say(event("a", "{'text':'t','id':1}", 0)).at("/dialogue/duplicate"))
        .hasToString("true");
    assertThat(partition.say(event("a", "{'text':'t','id':0}", 0)).at("/dialogue/duplicate"))
        .isEmpty();
  }
}
