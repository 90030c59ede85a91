package io.garam.training.batching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BatchTest {

  private static final Batch BATCH =
      Batch.of(List.of(new int[] {7, 9, 7}, new int[] {9}, new int[] {4, 4}));

  private static final BatchPart PART = BATCH.parts().get(0);

  @Test
  void eachDistinctTokenAppearsOnce() {
    assertThat(BATCH.tokens()).containsExactly(7, 9, 4);
    assertThat(BATCH.size()).isEqualTo(3);
    assertThat(PART.time()).isEqualTo(3);
  }

  @Test
  void placesLeadFromPositionsToTokens() {
    assertThat(PART.places()).startsWith(0, 1, 0, 1);
    assertThat(PART.places()[6]).isEqualTo(2);
    assertThat(PART.places()[7]).isEqualTo(2);
    assertThat(PART.padding()).containsExactly(0, 0, 0, 0, 1, 1, 0, 0, 1);
    assertThat(PART.lasts()).containsExactly(2, 3, 7);
  }

  @Test
  void mirroredUtterancesStartWithTheirLastTokenAndEndInPadding() {
    assertThat(PART.mirrored()).containsExactly(2, 1, 0, 3, 4, 5, 7, 6, 8);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 100})
  void rowsLeadToUtterancesHoweverManyParts(int size) {
    List<int[]> utterances =
        List.of(new int[] {7, 9, 7}, new int[] {9}, new int[] {4, 4}, new int[] {8, 8, 8, 8});

    Batch batch = Batch.inParts(utterances, size);

    List<int[]> found = new ArrayList<>();
    for (BatchPart part : batch.parts()) {
      assertThat(part.size()).isLessThanOrEqualTo(size);
      for (int row = 0; row < part.size(); row++) {
        found.add(
            IntStream.rangeClosed(row * part.time(), part.lasts()[row])
                .map(position -> batch.tokens()[part.places()[position]])
                .toArray());
      }
    }
    for (int i = 0; i < utterances.size(); i++) {
      int row = batch.parts().size() == 1 ? i : batch.rows()[i];
      assertThat(found.get(row)).containsExactly(utterances.get(i));
    }
  }

  @Test
  void anEpochHoldsEveryUtteranceOnceInBatchesOfSimilarLength() {
    Random random = new Random(5);
    int[] lengths = IntStream.range(0, 1_000).map(i -> 1 + random.nextInt(30)).toArray();

    List<List<Integer>> batches = BatchOrder.shuffled(lengths, 32, random);

    List<Integer> all = new ArrayList<>();
    batches.forEach(all::addAll);
    assertThat(all).containsExactlyInAnyOrderElementsOf(IntStream.range(0, 1_000).boxed().toList());
    assertThat(all).isNotEqualTo(IntStream.range(0, 1_000).boxed().toList());
    double padding =
        batches.stream()
            .mapToInt(
                batch ->
                    batch.stream()
                        .mapToInt(i -> lengths[batch.get(batch.size() - 1)] - lengths[i])
                        .sum())
            .sum();
    assertThat(padding / 1_000).isLessThan(3);
  }
}
