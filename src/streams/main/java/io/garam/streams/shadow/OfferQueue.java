package io.garam.streams.shadow;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Queue of what waits for a shadow, bounded in events and in memory. Many threads offer, and never
 * wait; one takes.
 */
final class OfferQueue {

  static final int MOST_EVENTS = 10_000;
  static final long MOST_BYTES = 32 << 20;

  private static final int MOST_IN_BATCH = 500;
  private static final long LONGEST_WAIT_MS = 100;

  /** A run of the model over many costs less for each, and nobody waits for a shadow. */
  private static final long GATHERING_MS = 20;

  private final BlockingQueue<OfferedEvent> waiting = new LinkedBlockingQueue<>(MOST_EVENTS);
  private final AtomicLong bytes = new AtomicLong();

  /** Returns whether there was room. */
  boolean offer(OfferedEvent offered) {
    long size = offered.bytes();
    boolean taken = bytes.addAndGet(size) <= MOST_BYTES && waiting.offer(offered);
    if (!taken) {
      bytes.addAndGet(-size);
    }
    return taken;
  }

  int size() {
    return waiting.size();
  }

  /**
   * Takes what waits, in order, and as much as one run of the model reads.
   *
   * @return nothing where nothing came for a while
   */
  List<OfferedEvent> take() throws InterruptedException {
    OfferedEvent first = waiting.poll(LONGEST_WAIT_MS, TimeUnit.MILLISECONDS);
    if (first == null) {
      return List.of();
    }
    if (waiting.size() < MOST_IN_BATCH - 1) {
      TimeUnit.MILLISECONDS.sleep(GATHERING_MS);
    }
    List<OfferedEvent> batch = new ArrayList<>();
    batch.add(first);
    waiting.drainTo(batch, MOST_IN_BATCH - 1);
    bytes.addAndGet(-batch.stream().mapToLong(OfferedEvent::bytes).sum());
    return batch;
  }
}
