package io.garam.app.send;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Tally of the brokers' answers. Safe for many threads. */
final class SentEvents {

  private final Map<Integer, Partition> partitions = new TreeMap<>();
  private long lastLine;
  private @Nullable Unsent unsent;

  /**
   * What a partition has got.
   *
   * @param firstOffset of the first event
   * @param lastOffset of the last; others may have written between the two
   */
  record Partition(int partition, long events, long firstOffset, long lastOffset) {

    private static Partition of(RecordMetadata answer) {
      return new Partition(answer.partition(), 1, answer.offset(), answer.offset());
    }

    private Partition and(Partition later) {
      return new Partition(
          partition,
          events + later.events,
          Math.min(firstOffset, later.firstOffset),
          Math.max(lastOffset, later.lastOffset));
    }
  }

  /** The first line that was not sent, and why. */
  record Unsent(long line, Throwable reason) {}

  /** Notes the answer to the event of a line. */
  synchronized void sent(long line, RecordMetadata answer) {
    partitions.merge(answer.partition(), Partition.of(answer), Partition::and);
    lastLine = Math.max(lastLine, line);
  }

  /** Notes that the event of a line was not sent. */
  synchronized void failed(long line, Throwable reason) {
    if (unsent == null || line < unsent.line()) {
      unsent = new Unsent(line, reason);
    }
  }

  /** Returns the first line of those that were not sent, as far as is known; null for none. */
  synchronized @Nullable Unsent unsent() {
    return unsent;
  }

  /** Returns how many events the brokers have. */
  synchronized long count() {
    return partitions.values().stream().mapToLong(Partition::events).sum();
  }

  /** Returns the number of the last line that the brokers have, 0 for none. */
  synchronized long lastLine() {
    return lastLine;
  }

  /** Returns what each partition has got, as far as it has got anything. */
  synchronized List<Partition> partitions() {
    return new ArrayList<>(partitions.values());
  }
}
