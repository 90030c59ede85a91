package io.garam.training.batching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Batch: utterances that go through the network together. Each distinct token appears once, since
 * its vector is dear and its places in the batch are many.
 *
 * @param tokens the distinct tokens, as ids of the token index
 * @param parts utterances of similar length, padded to that of the longest; those of the only part
 *     are in the order given
 * @param rows for each utterance its row among those of all parts
 */
public record Batch(int[] tokens, List<Part> parts, int[] rows) {

  /**
   * Utterances of a common time. Positions count through {@code [size, time]} row by row.
   *
   * @param size utterances
   * @param time tokens of the longest
   * @param places for each position its index in the batch's tokens; any one for padding
   * @param mirrored for each position the position of the same utterance's token counted from its
   *     end; padding keeps its own
   * @param lasts for each utterance the position of its last token
   * @param padding for each position 0, or 1 for padding
   */
  public record Part(
      int size, int time, int[] places, int[] mirrored, int[] lasts, float[] padding) {}

  /**
   * Makes a batch in one part of utterances of at least one token, each as ids of the token index.
   */
  public static Batch of(List<int[]> utterances) {
    return of(utterances, List.of(all(utterances.size())));
  }

  /** Makes a batch of utterances of any lengths, in parts of at most {@code size}. */
  public static Batch inParts(List<int[]> utterances, int size) {
    if (utterances.size() <= size) {
      return of(utterances);
    }
    int[] lengths = utterances.stream().mapToInt(utterance -> utterance.length).toArray();
    return of(utterances, BatchOrder.sorted(lengths, size));
  }

  private static List<Integer> all(int size) {
    List<Integer> all = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      all.add(i);
    }
    return all;
  }

  private static Batch of(List<int[]> utterances, List<List<Integer>> groups) {
    Map<Integer, Integer> distinct = new HashMap<>();
    List<Part> parts = new ArrayList<>(groups.size());
    int[] rows = new int[utterances.size()];
    int row = 0;
    for (List<Integer> group : groups) {
      parts.add(part(group.stream().map(utterances::get).toList(), distinct));
      for (int member : group) {
        rows[member] = row++;
      }
    }
    int[] tokens = new int[distinct.size()];
    distinct.forEach((token, place) -> tokens[place] = token);
    return new Batch(tokens, parts, rows);
  }

  private static Part part(List<int[]> utterances, Map<Integer, Integer> distinct) {
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
    return new Part(size, time, places, mirrored, lasts, padding);
  }

  /** Returns the number of utterances. */
  public int size() {
    return rows.length;
  }
}
