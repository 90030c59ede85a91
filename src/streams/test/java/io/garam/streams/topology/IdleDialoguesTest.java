package io.garam.streams.topology;

import static io.garam.streams.topology.Said.label;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.garam.streams.memory.DialogueEntry;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a dialogue is forgotten in which nothing is said. */
class IdleDialoguesTest {

  @AutoClose private final DialoguePartitions partitions;

  IdleDialoguesTest(@TempDir Path folder) {
    partitions = new DialoguePartitions(folder);
  }

  @Test
  void aDialogueIsForgottenAfterAnIdleHourAndNotBefore() throws IOException {
    DialoguePartition partition = partitions.open();
    partition.say("a", "one", 0);
    assertThat(label(partition.say("a", "two", 60))).isEqualTo("one two");
    JsonNode later = partition.say("a", "three", 121);
    assertThat(label(later)).isEqualTo("three");
    assertThat(later.get("dialogue")).hasToString("{\"utterance\":1}");
  }

  @Test
  void idleDialoguesLeaveTheStoreThoughNothingMoreComesForThem() throws IOException {
    DialoguePartition partition = partitions.open();
    partition.say("a", "one", 0);
    partition.say("b", "uno", 30);
    partition.say("c", "ein", 85);
    assertThat(partition.remembered()).containsExactlyInAnyOrder("b", "c");
    partition.say("c", "zwei", 100);
    assertThat(partition.remembered()).containsExactly("c");
  }

  @Test
  void itMakesNoDifferenceWhetherTheSweepHasRun() throws IOException {
    for (long gap : new long[] {59, 60, 61, 90}) {
      DialoguePartition swept = partitions.open();
      swept.say("a", "one", 0);
      swept.say("other", "x", gap);
      DialoguePartition unswept = partitions.open();
      unswept.say("a", "one", 0);
      DialogueEntry entry = unswept.store().get(Bytes.wrap("a".getBytes(UTF_8)));
      unswept.say("other", "x", gap);
      unswept.store().put(Bytes.wrap("a".getBytes(UTF_8)), entry);
      assertThat(swept.say("a", "two", gap))
          .as("gap of %d minutes", gap)
          .isEqualTo(unswept.say("a", "two", gap));
    }
  }

  @Test
  void aLateUtteranceIsTakenWhenItComesAndDoesNotTurnTheClockBack() throws IOException {
    DialoguePartition partition = partitions.open();
    partition.say("a", "one", 100);
    assertThat(label(partition.say("a", "late", 10))).isEqualTo("one late");
    assertThat(label(partition.say("a", "three", 160))).isEqualTo("one late three");
  }

  @Test
  void aDialogueThatIsLateAsAWholeIsRememberedAllTheSame() throws IOException {
    DialoguePartition partition = partitions.open();
    partition.say("other", "x", 1000);
    partition.say("a", "one", 10);
    partition.say("other", "y", 1030);
    assertThat(label(partition.say("a", "two", 11))).isEqualTo("one two");
    partition.say("other", "z", 1091);
    assertThat(label(partition.say("a", "three", 12))).isEqualTo("three");
  }
}
