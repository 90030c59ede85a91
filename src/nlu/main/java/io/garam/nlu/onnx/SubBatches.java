package io.garam.nlu.onnx;

import io.garam.nlu.encoding.EncodedUtterance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sub-batches of a batch of any size, small and of utterances of like length, since ONNX Runtime's
 * recurrent kernels work through padding as if it were tokens.
 */
final class SubBatches {

  /** Utterances in a sub-batch; 8 to 32 were best in measurements on sorted lengths. */
  static final int LARGEST = 32;

  private SubBatches() {}

  /** Returns the indexes of the utterances, each once, the shortest first. */
  static List<int[]> of(List<EncodedUtterance> utterances) {
    int[] byLength =
        IntStream.range(0, utterances.size())
            .boxed()
            .sorted(byCost(utterances))
            .mapToInt(Integer::intValue)
            .toArray();
    List<int[]> subBatches = new ArrayList<>();
    for (int start = 0; start < byLength.length; start += LARGEST) {
      subBatches.add(
          Arrays.copyOfRange(byLength, start, Math.min(start + LARGEST, byLength.length)));
    }
    return subBatches;
  }

  /** The characters, where a model reads them, are the longer way through the network. */
  private static Comparator<Integer> byCost(List<EncodedUtterance> utterances) {
    return Comparator.<Integer>comparingInt(i -> utterances.get(i).characterCount())
        .thenComparingInt(i -> utterances.get(i).length());
  }
}
