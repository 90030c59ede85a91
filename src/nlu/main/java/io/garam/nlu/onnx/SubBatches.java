package io.garam.nlu.onnx;

import io.garam.nlu.encoding.EncodedUtterance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sub-batches of a batch of any size, small and of utterances of like length, since ONNX Runtime's
 * recurrent kernels work through padding as if it were tokens.
 */
final class SubBatches {

  /** Utterances in a sub-batch; 16 to 64 were best in measurements on sorted lengths. */
  static final int LARGEST = 64;

  private static final int BITS = 14;

  private SubBatches() {}

  /** Returns the indexes of the utterances, each once, the shortest first. */
  static List<int[]> of(List<EncodedUtterance> utterances) {
    long[] byCost = new long[utterances.size()];
    for (int i = 0; i < byCost.length; i++) {
      byCost[i] = (cost(utterances.get(i)) << Integer.SIZE) | i;
    }
    Arrays.sort(byCost);
    List<int[]> subBatches = new ArrayList<>();
    for (int start = 0; start < byCost.length; start += LARGEST) {
      int[] members = new int[Math.min(LARGEST, byCost.length - start)];
      for (int i = 0; i < members.length; i++) {
        members[i] = (int) byCost[start + i];
      }
      subBatches.add(members);
    }
    return subBatches;
  }

  /**
   * Steps over characters, where a network reads them, are the longer way through it, and tokens
   * come second. Of words alone, the n-grams of an unknown one come second, which are padded too.
   * None reaches 16,384 in a bundle.
   */
  private static long cost(EncodedUtterance utterance) {
    int steps = utterance.characterSteps();
    return steps > 0
        ? ((long) steps << BITS) | utterance.length()
        : ((long) utterance.length() << BITS) | utterance.longestSubwords();
  }
}
