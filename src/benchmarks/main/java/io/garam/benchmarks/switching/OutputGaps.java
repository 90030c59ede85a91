package io.garam.benchmarks.switching;

import io.garam.streams.output.TaggedEventListener;
import io.garam.streams.output.TaggedRecord;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAccumulator;
import org.apache.kafka.common.TopicPartition;

/**
 * The longest time between two outputs of a partition, while it is watched. Outputs come batch by
 * batch, so undisturbed it is about what a batch takes. Safe for many threads.
 */
final class OutputGaps implements TaggedEventListener {

  private final Map<TopicPartition, Long> last = new ConcurrentHashMap<>();
  private final LongAccumulator longest = new LongAccumulator(Math::max, 0);
  private volatile boolean watching;

  @Override
  public void tagged(TaggedRecord event) {
    long now = System.nanoTime();
    Long before = last.put(event.partition(), now);
    if (watching && before != null) {
      longest.accumulate(now - before);
    }
  }

  /** Begins to watch. */
  void watch() {
    watching = true;
  }

  /** Ends watching, and returns the longest gap in milliseconds. */
  double longestMillis() {
    watching = false;
    return longest.get() / 1e6;
  }
}
