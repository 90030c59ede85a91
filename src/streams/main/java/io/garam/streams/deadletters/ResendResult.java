package io.garam.streams.deadletters;

import io.garam.streams.event.SourcePosition;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Result of sending dead letters again: what was done and committed.
 *
 * @param sent how many events went to each topic
 * @param kept letters that were not asked for and wait for another replay
 * @param unsent how many did not, by the reason, which follows the count in a sentence
 */
public record ResendResult(Map<String, Long> sent, LongAdder kept, Map<String, Unsent> unsent) {

  ResendResult() {
    this(new TreeMap<>(), new LongAdder(), new TreeMap<>());
  }

  /**
   * Letters that were not sent for the same reason.
   *
   * @param first where the first of them was in the dead-letter topic
   */
  public record Unsent(long count, SourcePosition first) {}

  void add(Dispatch done) {
    if (done.outcome() == Dispatch.Outcome.KEPT) {
      kept.increment();
    } else if (done.obstacle() != null) {
      unsent.merge(
          done.obstacle(),
          new Unsent(1, done.letter().place()),
          (so, one) -> new Unsent(so.count() + one.count(), so.first()));
    } else if (done.record() != null) {
      sent.merge(done.record().topic(), 1L, Long::sum);
    }
  }

  /** Returns how many events were sent, over all topics. */
  public long sentCount() {
    return sent.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Returns how many letters were not asked for. */
  public long keptCount() {
    return kept.sum();
  }

  /** Returns how many were asked for and not sent, whatever the reason. */
  public long unsentCount() {
    return unsent.values().stream().mapToLong(Unsent::count).sum();
  }
}
