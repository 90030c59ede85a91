package io.garam.training.batching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Batch: utterances that go through the network together. Each distinct token appears once, since
 * its vector is dear and its places in the batch are many.
 *
 * @param tokens the distinct tokens, as ids of the token index
 * @param parts utterances of similar length, padded to that of the longest; those of the only part
 *     are in the order given
 * @param rows for each utterance its row among those of all parts
 */
public record Batch(int[] tokens, List<BatchPart> parts, int[] rows) {

  /**
   * Makes a batch in one part of utterances of at least one token, each as ids of the token index.
   */
  public static Batch of(List<int[]> utterances) {
    return of(utterances, List.of(IntStream.range(0, utterances.size()).boxed().toList()));
  }

  /** Makes a batch of utterances of any lengths, in parts of at most {@code size}. */
  public static Batch inParts(List<int[]> utterances, int size) {
    if (utterances.size() <= size) {
      return of(utterances);
    }
    int[] lengths = utterances.stream().mapToInt(utterance -> utterance.length).toArray();
    return of(utterances, BatchOrder.sorted(lengths, size));
  }

  private static Batch of(List<int[]> utterances, List<List<Integer>> groups) {
    Map<Integer, Integer> distinct = new HashMap<>();
    List<BatchPart> parts = new ArrayList<>(groups.size());
    int[] rows = new int[utterances.size()];
    int row = 0;
    for (List<Integer> group : groups) {
      parts.add(BatchPart.of(group.stream().map(utterances::get).toList(), distinct));
      for (int member : group) {
        rows[member] = row++;
      }
    }
    int[] tokens = new int[distinct.size()];
    distinct.forEach((token, place) -> tokens[place] = token);
    return new Batch(tokens, parts, rows);
  }

  /** Returns the number of utterances. */
  public int size() {
    return rows.length;
  }
}
