package io.garam.streams.deadletters;

import java.util.ArrayList;
import java.util.List;

/** Batch of letters that share a transaction. */
final class LetterBatch {

  /** Enough to be fast, few enough to stay far from the transaction's time limit. */
  private static final int MOST_LETTERS = 500;

  private static final long MOST_BYTES = 4L << 20;

  private final List<Dispatch> dispatches = new ArrayList<>();
  private long bytes;

  void add(Dispatch dispatch) {
    dispatches.add(dispatch);
    bytes += dispatch.size();
  }

  boolean isEmpty() {
    return dispatches.isEmpty();
  }

  /** Says whether it is to be written before another is added. */
  boolean isFull() {
    return dispatches.size() >= MOST_LETTERS || bytes >= MOST_BYTES;
  }

  /** Returns what is done with the letters, in their order; what is done may be changed. */
  List<Dispatch> dispatches() {
    return dispatches;
  }

  void clear() {
    dispatches.clear();
    bytes = 0;
  }
}
