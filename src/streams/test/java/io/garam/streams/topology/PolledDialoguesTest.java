package io.garam.streams.topology;

import static io.garam.streams.topology.Said.event;
import static io.garam.streams.topology.Said.tombstone;
import static io.garam.streams.topology.Said.utterance;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.garam.streams.memory.DialogueSettings.StoreKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Utterances of many dialogues that one poll brings. */
class PolledDialoguesTest {

  @AutoClose private final DialoguePartitions partitions;

  PolledDialoguesTest(@TempDir Path folder) {
    partitions = new DialoguePartitions(folder);
  }

  @Test
  void aPollIsSteppedThroughInBatchesAcrossItsDialogues() throws IOException {
    DialoguePartition partition = partitions.open();
    partition.say("a", "one", 0);
    assertThat(
            partition.poll(
                List.of(
                    utterance("a", "two", 0),
                    utterance("b", "uno", 0),
                    utterance("a", "three", 0),
                    utterance("c", "ein", 0),
                    utterance("b", "dos", 0))))
        .map(Said::label)
        .containsExactly("one two", "uno", "one two three", "ein", "uno dos");
    assertThat(partition.model.runs()).containsExactly(1, 3, 2);
    assertThat(partition.statistics.counts().speculativeSteps()).isEqualTo(5);
    assertThat(partition.statistics.counts().steppedAlone()).isEqualTo(1);
  }

  static IntStream seeds() {
    return IntStream.range(0, 20);
  }

  /** Ends, duplicates, late and idle dialogues, dead letters, in polls of any size. */
  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsPolledTogetherMakesNoDifference(int seed) throws IOException {
    Random random = new Random(seed);
    List<Said> stream = stream(random, 400);
    DialoguePartition alone = partitions.open();
    List<JsonNode> expected = new ArrayList<>();
    for (Said utterance : stream) {
      expected.addAll(alone.tagAlone(utterance));
    }
    DialoguePartition together = partitions.open();
    List<JsonNode> found = new ArrayList<>();
    for (int from = 0; from < stream.size(); ) {
      int to = Math.min(stream.size(), from + 1 + random.nextInt(100));
      found.addAll(together.poll(stream.subList(from, to)));
      from = to;
    }
    assertThat(found).isEqualTo(expected);
    assertThat(alone.statistics.counts().speculativeSteps()).isZero();
    assertThat(together.statistics.counts().speculativeSteps()).isGreaterThan(100);
    assertThat(together.statistics.counts().steppedAlone()).isPositive();
    assertThat(together.remembered()).isEqualTo(alone.remembered());
  }

  private static List<Said> stream(Random random, int length) {
    List<Said> stream = new ArrayList<>();
    long minute = 1000;
    for (int i = 0; i < length; i++) {
      minute += random.nextInt(100) == 0 ? 70 : random.nextInt(2);
      String dialogue = random.nextInt(30) == 0 ? null : "d" + random.nextInt(12);
      int kind = random.nextInt(40);
      String json =
          "{'text':'"
              + (kind == 0 ? " " : "t" + i)
              + "','speaker':'s"
              + random.nextInt(2)
              + "','id':"
              + (kind == 1 ? i - random.nextInt(20) : i)
              + ",'end':"
              + (kind == 2)
              + (kind == 3
                  ? ",'padding':'" + "x".repeat(DialoguePartition.MAX_REQUEST_SIZE) + "'"
                  : "")
              + "}";
      stream.add(
          kind == 4
              ? tombstone(dialogue, minute)
              : event(dialogue, json, random.nextInt(10) == 0 ? minute - 50 : minute));
    }
    return stream;
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void memoryAndRocksDbAnswerTheSame(StoreKind kind) throws IOException {
    List<Said> stream = stream(new Random(1), 400);
    List<JsonNode> expected = partitions.open().poll(stream);
    assertThat(partitions.open("d1", kind).poll(stream)).isEqualTo(expected);
  }
}
