package io.garam.streams.failure;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** Sliding window: counts what happened within the last while. Not safe for many threads. */
final class SlidingWindow {

  private final Duration length;
  private final Deque<Long> times = new ArrayDeque<>();

  SlidingWindow(Duration length) {
    this.length = length;
  }

  /** Notes that it happened. */
  void add(long nanos) {
    times.addLast(nanos);
  }

  /** Returns how often it happened until now, and forgets what was before the window. */
  int count(long nanos) {
    while (!times.isEmpty() && nanos - times.getFirst() > length.toNanos()) {
      times.removeFirst();
    }
    return times.size();
  }

  void clear() {
    times.clear();
  }
}
