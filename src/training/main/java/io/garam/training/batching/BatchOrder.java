package io.garam.training.batching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Batch order, which utterances learn together: at random, but of similar length, since the layer
 * works through padding as if it were tokens. Pools of a few batches are sorted by length, and
 * their batches then shuffled.
 */
public final class BatchOrder {

  private static final int BATCHES_IN_POOL = 16;

  private BatchOrder() {}

  /** Returns the batches of one epoch as indexes into {@code lengths}, each index once. */
  public static List<List<Integer>> shuffled(int[] lengths, int batchSize, Random random) {
    List<Integer> order = indexes(lengths);
    Collections.shuffle(order, random);
    List<List<Integer>> batches = new ArrayList<>();
    for (List<Integer> pool : chunks(order, batchSize * BATCHES_IN_POOL)) {
      pool.sort(byLength(lengths));
      batches.addAll(chunks(pool, batchSize));
    }
    Collections.shuffle(batches, random);
    return batches;
  }

  /** Returns batches sorted by length, each index once. */
  public static List<List<Integer>> sorted(int[] lengths, int batchSize) {
    List<Integer> order = indexes(lengths);
    order.sort(byLength(lengths));
    return chunks(order, batchSize);
  }

  private static List<Integer> indexes(int[] lengths) {
    return new ArrayList<>(IntStream.range(0, lengths.length).boxed().toList());
  }

  private static Comparator<Integer> byLength(int[] lengths) {
    return Comparator.comparingInt(i -> lengths[i]);
  }

  private static List<List<Integer>> chunks(List<Integer> all, int size) {
    List<List<Integer>> chunks = new ArrayList<>();
    for (int start = 0; start < all.size(); start += size) {
      chunks.add(all.subList(start, Math.min(start + size, all.size())));
    }
    return chunks;
  }
}
