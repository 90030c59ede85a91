package io.garam.training.batching;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.training.random.RandomStreams;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MinibatchOrderTest {

  private static final int[] LENGTHS = IntStream.range(0, 200).map(i -> 1 + i % 7).toArray();

  private final MinibatchOrder order = new MinibatchOrder(new RandomStreams(5));

  @Test
  void anEpochHasEveryUtteranceOnce() {
    List<Minibatch> batches = order.minibatches(LENGTHS, null, 16);

    assertThat(batches).allSatisfy(batch -> assertThat(batch.places()).isNull());
    assertThat(batches.stream().flatMap(batch -> batch.utterances().stream()))
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 200).boxed().toList());
  }

  @Test
  void anEpochsOrderDependsOnSeedAndNumberAlone() {
    List<Minibatch> first = order.minibatches(LENGTHS, null, 16);
    order.beginEpoch(2);
    List<Minibatch> second = order.minibatches(LENGTHS, null, 16);
    MinibatchOrder resumed = new MinibatchOrder(new RandomStreams(5));
    resumed.beginEpoch(2);

    assertThat(second).isNotEqualTo(first);
    assertThat(resumed.minibatches(LENGTHS, null, 16)).isEqualTo(second);
  }

  @Test
  void dialoguesAreLearnedInTheirOrder() {
    DialogueSequences dialogues =
        new DialogueSequences(List.of(new int[] {0, 1, 2}), new int[] {0, 0, 0});

    List<Minibatch> batches = order.minibatches(new int[] {1, 1, 1}, dialogues, 16);

    assertThat(batches)
        .singleElement()
        .extracting(Minibatch::utterances)
        .isEqualTo(List.of(0, 1, 2));
    assertThat(batches.get(0).places()).isNotNull();
  }
}
