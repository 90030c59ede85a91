package io.garam.nlu.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.nlu.encoding.EncodedUtterance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a batch is parted into runs. */
final class SubBatchesTest {

  private static EncodedUtterance words(int count) {
    return new EncodedUtterance(new int[count], List.of(), new int[0], 0);
  }

  @Test
  void nothingIsNoSubBatch() {
    assertThat(SubBatches.of(List.of())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 63, 64, 65, 128, 400})
  void everyUtteranceIsInOneSubBatchOfBoundedSizeAndTheShorterComeFirst(int count) {
    Random random = new Random(count);
    List<EncodedUtterance> utterances =
        IntStream.range(0, count).mapToObj(i -> words(1 + random.nextInt(20))).toList();

    List<int[]> subBatches = SubBatches.of(utterances);

    assertThat(subBatches).hasSize((count + 63) / 64).allMatch(one -> one.length <= 64);
    List<Integer> all = new ArrayList<>();
    subBatches.forEach(one -> Arrays.stream(one).forEach(all::add));
    assertThat(all).hasSize(count).doesNotHaveDuplicates();
    assertThat(all.stream().map(i -> utterances.get(i).length()).toList()).isSorted();
  }

  @Test
  void charactersCountBeforeWords() {
    EncodedUtterance fewCharacters = new EncodedUtterance(new int[9], List.of(), new int[4], 1);
    EncodedUtterance manyCharacters = new EncodedUtterance(new int[1], List.of(), new int[8], 2);

    assertThat(SubBatches.of(List.of(manyCharacters, fewCharacters)).get(0)).containsExactly(1, 0);
  }
}
