package io.garam.training.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DialoguesTest {

  private static final int[] LENGTHS = {1, 100, 7, 41, 40, 3, 250, 12, 80, 39};

  private static Dialogues dialogues() {
    List<int[]> members = new ArrayList<>();
    int next = 0;
    for (int length : LENGTHS) {
      members.add(IntStream.range(next, next + length).toArray());
      next += length;
    }
    return new Dialogues(members, IntStream.range(0, next).map(i -> i % 3).toArray());
  }

  private static List<Integer> everyUtterance() {
    return IntStream.range(0, IntStream.of(LENGTHS).sum()).boxed().toList();
  }

  private static List<Integer> utterances(List<Stretch> stretches) {
    return stretches.stream().flatMap(stretch -> stretch.utterances().stream()).toList();
  }

  @Test
  void anEpochHoldsEveryUtteranceOnce() {
    List<Stretch> stretches = dialogues().stretches(80, new Random(1));

    assertThat(utterances(stretches)).containsExactlyInAnyOrderElementsOf(everyUtterance());
    assertThat(utterances(stretches)).isNotEqualTo(everyUtterance());
  }

  @Test
  void aDialogueGoesOnInItsLaneWhereTheStretchBeforeEnded() {
    List<Stretch> stretches = dialogues().stretches(80, new Random(2));
    Map<Integer, Integer> lastOfLane = new HashMap<>();
    int continued = 0;
    for (Stretch stretch : stretches) {
      Places places = Objects.requireNonNull(stretch.places());
      assertThat(places.time()).isLessThanOrEqualTo(40);
      for (int i = 0; i < stretch.utterances().size(); i++) {
        int lane = places.positions()[i] / places.time();
        int time = places.positions()[i] % places.time();
        int utterance = stretch.utterances().get(i);
        boolean begins = dialogues().members().stream().anyMatch(all -> all[0] == utterance);
        if (time == 0 && places.fresh()[lane]) {
          assertThat(begins).as("utterance %d begins a dialogue", utterance).isTrue();
        } else {
          assertThat(utterance).isEqualTo(lastOfLane.get(lane) + 1);
          assertThat(begins).as("utterance %d begins a dialogue", utterance).isFalse();
          continued += time == 0 ? 1 : 0;
        }
        assertThat(places.speakers()[i]).isEqualTo(utterance % 3);
        lastOfLane.put(lane, utterance);
      }
    }
    assertThat(continued).as("stretches that go on with a dialogue").isGreaterThan(5);
  }

  @Test
  void dialoguesGoWholeThroughLanesOfSimilarLength() {
    List<Stretch> whole = dialogues().whole(3);

    assertThat(utterances(whole)).containsExactlyInAnyOrderElementsOf(everyUtterance());
    assertThat(whole).hasSize(4);
    for (Stretch stretch : whole) {
      assertThat(Objects.requireNonNull(stretch.places()).fresh()).containsOnly(true);
    }
    assertThat(whole.stream().map(stretch -> stretch.places().time()).toList())
        .containsExactly(7, 40, 100, 250);
  }
}
