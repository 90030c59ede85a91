package io.garam.streams.batching;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Knows which stream threads still have polled records to process, so that a tagger can be stopped
 * between two polls. Kafka Streams finishes what a thread has in hand, but throws away what a poll
 * brings after it was told to stop; those records come again at the next start, their
 * classification wasted. Safe for many threads.
 */
public final class RecordsInHand {

  private static final Duration STEP = Duration.ofMillis(1);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  private final Map<Thread, Integer> unprocessed = new ConcurrentHashMap<>();
  private final CountDownLatch released = new CountDownLatch(1);
  private volatile boolean finishing;

  /**
   * Notes what a poll brought to the calling thread. While the tagger is finishing, the thread
   * waits here until the others are done too.
   *
   * @return whether a batch is worth making; after the wait Kafka Streams throws the records away,
   *     unless its thread is not told to stop yet and tags them alone
   */
  boolean polled(int records) {
    // Noted before it looks, so that finish() sees the records or this sees that it has begun.
    unprocessed.put(Thread.currentThread(), records);
    if (finishing) {
      unprocessed.put(Thread.currentThread(), 0);
      awaitRelease();
      return false;
    }
    return true;
  }

  /** Notes that the calling thread is done with a record. */
  public void processed() {
    unprocessed.computeIfPresent(Thread.currentThread(), (thread, records) -> records - 1);
  }

  /**
   * Waits until no thread has a record in hand. A record that its thread lost to another instance
   * is never processed here, so the wait has an end.
   */
  public void finish() throws InterruptedException {
    finishing = true;
    long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (unprocessed.values().stream().anyMatch(records -> records > 0)
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
