package io.garam.training.batching;

import java.util.List;
import java.util.Map;

/**
 * Part of a batch: utterances of a common time. Positions count through {@code [size, time]} row by
 * row.
 *
 * @param size utterances
 * @param time tokens of the longest
 * @param places for each position its index in the batch's tokens; any one for padding
 * @param mirrored for each position the position of the same utterance's token counted from its
 *     end; padding keeps its own
 * @param lasts for each utterance the position of its last token
 * @param padding for each position 0, or 1 for padding
 */
public record BatchPart(
    int size, int time, int[] places, int[] mirrored, int[] lasts, float[] padding) {

  /**
   * Pads utterances to the length of the longest.
   *
   * @param distinct the index of each token of the batch, which grows by those that are new
   */
  static BatchPart of(List<int[]> utterances, Map<Integer, Integer> distinct) {
    int size = utterances.size();
    int time = utterances.stream().mapToInt(u -> u.length).max().orElseThrow();
    int[] places = new int[size * time];
    int[] mirrored = new int[size * time];
    int[] lasts = new int[size];
    float[] padding = new float[size * time];
    for (int row = 0; row < size; row++) {
      int[] utterance = utterances.get(row);
      int start = row * time;
      lasts[row] = start + utterance.length - 1;
      for (int t = 0; t < time; t++) {
        if (t < utterance.length) {
          Integer known = distinct.putIfAbsent(utterance[t], distinct.size());
          places[start + t] = known == null ? distinct.size() - 1 : known;
          mirrored[start + t] = lasts[row] - t;
        } else {
          padding[start + t] = 1;
          mirrored[start + t] = start + t;
        }
      }
    }
    return new BatchPart(size, time, places, mirrored, lasts, padding);
  }
}
