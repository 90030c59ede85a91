package io.garam.training.network;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Utterances that go through the network together. Each distinct token appears once, since its
 * vector is dear and its places in the batch are many; positions count through {@code [size, time]}
 * row by row.
 *
 * @param size utterances
 * @param time tokens of the longest
 * @param tokens the distinct tokens, as ids of the lexicon
 * @param places for each position its index in {@code tokens}; any one for padding
 * @param mirrored for each position the position of the same utterance's token counted from its
 *     end; padding keeps its own
 * @param lasts for each utterance the position of its last token
 * @param padding for each position 0, or 1 for padding
 */
record Batch(
    int size, int time, int[] tokens, int[] places, int[] mirrored, int[] lasts, float[] padding) {

  /** Makes a batch of utterances of at least one token, each given as ids of the lexicon. */
  static Batch of(List<int[]> utterances) {
    int size = utterances.size();
    int time = utterances.stream().mapToInt(u -> u.length).max().orElseThrow();
    Map<Integer, Integer> distinct = new HashMap<>();
    int[] tokens = new int[size * time];
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
          tokens[places[start + t]] = utterance[t];
          mirrored[start + t] = lasts[row] - t;
        } else {
          padding[start + t] = 1;
          mirrored[start + t] = start + t;
        }
      }
    }
    return new Batch(
        size, time, Arrays.copyOf(tokens, distinct.size()), places, mirrored, lasts, padding);
  }
}
