package io.garam.training.batching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DialogueSequencesTest {

  private static final int[] LENGTHS = {1, 100, 7, 41, 40, 3, 250, 12, 80, 39};

  private static DialogueSequences dialogues() {
    List<int[]> members = new ArrayList<>();
    int next = 0;
    for (int length : LENGTHS) {
      members.add(IntStream.range(next, next + length).toArray());
      next += length;
    }
    return new DialogueSequences(members, IntStream.range(0, next).map(i -> i % 3).toArray());
  }

  private static List<Integer> everyUtterance() {
    return IntStream.range(0, IntStream.of(LENGTHS).sum()).boxed().toList();
  }

  private static List<Integer> utterances(List<Minibatch> minibatches) {
    return minibatches.stream().flatMap(minibatch -> minibatch.utterances().stream()).toList();
  }

  @Test
  void anEpochHoldsEveryUtteranceOnce() {
    List<Minibatch> minibatches = dialogues().minibatches(80, new Random(1));

    assertThat(utterances(minibatches)).containsExactlyInAnyOrderElementsOf(everyUtterance());
    assertThat(utterances(minibatches)).isNotEqualTo(everyUtterance());
  }

  @Test
  void aDialogueGoesOnInItsLaneWhereTheStretchBeforeEnded() {
    List<Minibatch> minibatches = dialogues().minibatches(80, new Random(2));
    Map<Integer, Integer> lastOfLane = new HashMap<>();
    int continued = 0;
    for (Minibatch minibatch : minibatches) {
      SequenceLayout places = Objects.requireNonNull(minibatch.places());
      assertThat(places.time()).isLessThanOrEqualTo(40);
      for (int i = 0; i < minibatch.utterances().size(); i++) {
        int sequence = places.positions()[i] / places.time();
        int time = places.positions()[i] % places.time();
        int utterance = minibatch.utterances().get(i);
        boolean begins = dialogues().members().stream().anyMatch(all -> all[0] == utterance);
        if (time == 0 && places.resets()[sequence]) {
          assertThat(begins).as("utterance %d begins a dialogue", utterance).isTrue();
        } else {
          assertThat(utterance).isEqualTo(lastOfLane.get(sequence) + 1);
          assertThat(begins).as("utterance %d begins a dialogue", utterance).isFalse();
          continued += time == 0 ? 1 : 0;
        }
        assertThat(places.speakers()[i]).isEqualTo(utterance % 3);
        lastOfLane.put(sequence, utterance);
      }
    }
    assertThat(continued).as("stretches that go on with a dialogue").isGreaterThan(5);
  }

  @Test
  void dialoguesGoWholeThroughLanesOfSimilarLength() {
    List<Minibatch> whole = dialogues().whole(3);

    assertThat(utterances(whole)).containsExactlyInAnyOrderElementsOf(everyUtterance());
    assertThat(whole).hasSize(4);
    for (Minibatch minibatch : whole) {
      assertThat(Objects.requireNonNull(minibatch.places()).resets()).containsOnly(true);
    }
    assertThat(whole.stream().map(minibatch -> minibatch.places().time()).toList())
        .containsExactly(7, 40, 100, 250);
  }
}
