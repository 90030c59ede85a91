package io.garam.streams.batching;

import io.garam.streams.client.OffsetRange;
import io.garam.streams.clock.MonotonicTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * In-flight records: knows which stream threads still have polled records to process, so that a
 * tagger can be stopped between two polls. Kafka Streams finishes what a thread has in hand, but
 * throws away what a poll brings after it was told to stop; those records come again at the next
 * start, their classification wasted. Safe for many threads.
 */
public final class InFlightRecords {

  private static final Duration STEP = Duration.ofMillis(1);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  private final Map<Thread, Integer> unprocessed = new ConcurrentHashMap<>();
  private final Map<Thread, InFlight> inFlight = new ConcurrentHashMap<>();
  private final Map<TopicPartition, Long> polledTimes = new ConcurrentHashMap<>();
  private final CountDownLatch released = new CountDownLatch(1);
  private volatile boolean finishing;

  /**
   * Records that a poll brought and that are not all processed.
   *
   * @param since when the poll brought them
   * @param ranges from the first to after the last record, by partition
   */
  public record InFlight(Instant since, int records, List<OffsetRange> ranges) {

    /** Returns where they are, such as {@code utterances-0@17 to @42, utterances-1@3}. */
    public String where() {
      return ranges.stream()
          .map(
              range ->
                  range.partition()
                      + "@"
                      + range.from()
                      + (range.size() == 1 ? "" : " to @" + (range.to() - 1)))
          .collect(Collectors.joining(", "));
    }
  }

  /** Returns what threads have in hand; one that has failed has nothing any more. */
  public Map<Thread, InFlight> inFlight() {
    inFlight.keySet().removeIf(thread -> !thread.isAlive());
    unprocessed.keySet().removeIf(thread -> !thread.isAlive());
    return Map.copyOf(inFlight);
  }

  /**
   * Returns the time of the last record that a poll brought of each partition, in milliseconds
   * since 1970.
   */
  public Map<TopicPartition, Long> polledTimes() {
    return Map.copyOf(polledTimes);
  }

  /** Notes what a poll brought of a partition whose records are not to be tagged yet. */
  void passing(TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records) {
    if (!records.isEmpty()) {
      polledTimes.put(partition, records.get(records.size() - 1).timestamp());
    }
  }

  /**
   * Notes what a poll brought to the calling thread, before anything is done with it. While the
   * tagger is finishing, the thread waits here until the others are done too.
   *
   * @return whether a batch is worth making; after the wait Kafka Streams throws the records away,
   *     unless its thread is not told to stop yet and tags them alone
   */
  boolean polled(List<ConsumerRecord<byte[], byte[]>> records) {
    List<PolledRange> polled = PolledRange.of(records);
    inFlight.put(
        Thread.currentThread(),
        new InFlight(
            Instant.ofEpochMilli(MonotonicTime.SYSTEM.milliseconds()),
            records.size(),
            polled.stream().map(PolledRange::offsets).toList()));
    polled.forEach(range -> polledTimes.put(range.offsets().partition(), range.time()));
    // Noted before it looks, so that finish() sees the records or this sees that it has begun.
    unprocessed.put(Thread.currentThread(), records.size());
    if (finishing) {
      unprocessed.put(Thread.currentThread(), 0);
      awaitRelease();
      return false;
    }
    return true;
  }

  /** Notes that the calling thread is done with a record. */
  public void processed() {
    Integer left =
        unprocessed.computeIfPresent(Thread.currentThread(), (thread, records) -> records - 1);
    if (left != null && left <= 0) {
      inFlight.remove(Thread.currentThread());
    }
  }

  /**
   * Waits until no thread has a record in hand. A record that its thread lost to another instance
   * is never processed here, so the wait has an end.
   *
   * @param longest how long to wait at most; no longer than five seconds in any case
   */
  public void finish(Duration longest) throws InterruptedException {
    finishing = true;
    long deadline = System.nanoTime() + Math.min(longest.toNanos(), LONGEST_WAIT.toNanos());
    while (unprocessed.entrySet().stream()
            .anyMatch(thread -> thread.getKey().isAlive() && thread.getValue() > 0)
        && System.nanoTime() < deadline) {
      TimeUnit.NANOSECONDS.sleep(STEP.toNanos());
    }
  }

  /** Lets waiting threads go on, to see that they have been told to stop. */
  public void release() {
    released.countDown();
  }

  private void awaitRelease() {
    try {
      if (!released.await(2 * LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("the tagger was finishing and was not stopped");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
