package io.garam.streams.refusal;

import java.util.OptionalInt;

/**
 * How many records consumers may take from one poll. It is one after the heap could not hold what a
 * poll returned: a compressed batch of one megabyte may hold a thousand once it is decompressed.
 * Safe for many threads.
 */
public final class PollSize {

  private volatile boolean smallest;

  /** Returns the most records of a poll for consumers made from now on, empty for as configured. */
  OptionalInt limit() {
    return smallest ? OptionalInt.of(1) : OptionalInt.empty();
  }

  /** Makes it one. Returns false if it was. */
  public synchronized boolean shrink() {
    boolean wasLarger = !smallest;
    smallest = true;
    return wasLarger;
  }
}
