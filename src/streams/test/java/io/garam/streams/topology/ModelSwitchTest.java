package io.garam.streams.topology;

import static io.garam.streams.topology.Said.label;
import static io.garam.streams.topology.Said.utterance;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.garam.streams.batching.IntentModel;
import io.garam.streams.batching.ModelChoice;
import io.garam.streams.batching.StoryModel;
import io.garam.streams.memory.DialogueSettings.StoreKind;
import io.garam.streams.memory.Identifiers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of dialogues when another model takes over. */
class ModelSwitchTest {

  private final StoryModel before = new StoryModel("before");
  private final StoryModel after = new StoryModel("after");
  private final Choice choice = new Choice(before);
  @AutoClose private final DialoguePartition partition;

  ModelSwitchTest(@TempDir Path folder) {
    partition = new DialoguePartition(folder, before, choice, StoreKind.MEMORY);
  }

  /** A choice that a test makes, which lets dialogues end with their model if it is kept. */
  private static final class Choice implements ModelChoice {

    final Map<Bytes, IntentModel> known = new HashMap<>();
    @Nullable StoryModel kept;
    StoryModel current;

    Choice(StoryModel current) {
      this.current = current;
    }

    @Override
    public IntentModel current() {
      return current;
    }

    @Override
    public Function<ConsumerRecord<byte[], byte[]>, IntentModel> readers(
        List<ConsumerRecord<byte[], byte[]>> records) {
      return record -> known.getOrDefault(Identifiers.dialogue(record.key()), current);
    }

    @Override
    public @Nullable IntentModel goingOn(Bytes dialogue, String digest) {
      if (kept != null && digest.equals("before")) {
        known.put(dialogue, kept);
        return kept;
      }
      return digest.equals("after") ? current : null;
    }

    @Override
    public void ended(Bytes dialogue) {
      known.remove(dialogue);
    }
  }

  private static String digest(JsonNode intent) {
    return intent.at("/model/digest").asText();
  }

  @Test
  void aDialogueUnderWayEndsWithItsModelAndANewOneBeginsWithTheNext() throws IOException {
    partition.say("a", "one", 0);
    choice.kept = before;
    choice.current = after;
    JsonNode second = partition.say("a", "two", 1);
    assertThat(label(second)).isEqualTo("one two");
    assertThat(digest(second)).isEqualTo("before");
    assertThat(second.at("/dialogue/restarted").isMissingNode()).isTrue();
    assertThat(digest(partition.say("b", "uno", 1))).isEqualTo("after");
  }

  @Test
  void whereTheModelIsNotKeptTheDialogueBeginsAnewAndSaysSo() throws IOException {
    partition.say("a", "one", 0);
    choice.current = after;
    JsonNode second = partition.say("a", "two", 1);
    assertThat(label(second)).isEqualTo("two");
    assertThat(digest(second)).isEqualTo("after");
    assertThat(second.at("/dialogue/restarted").asText()).isEqualTo("other model");
    JsonNode third = partition.say("a", "three", 2);
    assertThat(label(third)).isEqualTo("two three");
    assertThat(third.at("/dialogue/restarted").isMissingNode()).isTrue();
  }

  @Test
  void onePollOfBothModelsIsReadByEachInOneRunOnceItIsKnownWhichFollowsADialogue()
      throws IOException {
    partition.poll(List.of(utterance("a", "one", 0), utterance("b", "uno", 0)));
    choice.kept = before;
    choice.current = after;
    partition.poll(List.of(utterance("a", "two", 1), utterance("b", "dos", 1)));
    int readBefore = before.batches().size();
    int readAfter = after.batches().size();
    List<JsonNode> third =
        partition.poll(
            List.of(
                utterance("a", "three", 2),
                utterance("c", "eins", 2),
                utterance("b", "tres", 2),
                utterance("c", "zwei", 2)));
    assertThat(third)
        .map(Said::label)
        .containsExactly("one two three", "eins", "uno dos tres", "eins zwei");
    assertThat(third)
        .map(ModelSwitchTest::digest)
        .containsExactly("before", "after", "before", "after");
    assertThat(before.batches().subList(readBefore, before.batches().size())).containsExactly(2);
    assertThat(after.batches().subList(readAfter, after.batches().size())).containsExactly(2);
  }

  @Test
  void anEndedDialogueBeginsWithTheNextModelAlsoWhereBothAreInOnePoll() throws IOException {
    partition.say("a", "one", 0);
    choice.kept = before;
    choice.current = after;
    partition.say("a", "two", 1);
    List<JsonNode> polled =
        partition.poll(
            List.of(Said.event("a", "{'text':'bye','end':true}", 2), utterance("a", "again", 3)));
    assertThat(polled).map(Said::label).containsExactly("one two bye", "again");
    assertThat(polled).map(ModelSwitchTest::digest).containsExactly("before", "after");
    assertThat(choice.known).isEmpty();
  }

  @Test
  void anUtteranceOfNoDialogueIsReadByTheModelThatIsCurrentWhenItHasItsTurn() throws IOException {
    choice.current = after;
    assertThat(digest(partition.say(null, "one", 0))).isEqualTo("after");
  }
}
