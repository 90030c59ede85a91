package io.garam.web.page;

import io.garam.streams.log.LogNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sender of rows: those who tag put events into its queue and go on, and another thread makes the
 * rows and sends them. What comes within {@value #PAUSE_MS} ms is sent together.
 */
final class RowSender {

  private static final Logger log = LoggerFactory.getLogger(LogNames.TAGGER);
  private static final long PAUSE_MS = 50;

  /** More than all pages together take within a pause, bursts included. */
  private static final int MOST_WAITING = 1_024;

  private final BlockingQueue<Addressed> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final AtomicBoolean scheduled = new AtomicBoolean();
  private final ScheduledExecutorService executor;
  private boolean failed;

  /** An event with the tails that take it. */
  private record Addressed(LiveEvent event, List<LiveTail> tails) {}

  /**
   * @param executor has the thread that sends
   */
  RowSender(ScheduledExecutorService executor) {
    this.executor = executor;
  }

  /**
   * Has an event sent, without waiting; it is left out where too many wait.
   *
   * @param event which nobody else looks into from now on
   */
  void send(LiveEvent event, List<LiveTail> tails) {
    if (waiting.offer(new Addressed(event, tails)) && scheduled.compareAndSet(false, true)) {
      var unused = executor.schedule(this::sendWaiting, PAUSE_MS, TimeUnit.MILLISECONDS);
    }
  }

  /** Sends now what waits. */
  synchronized void sendWaiting() {
    scheduled.set(false);
    List<Addressed> taken = new ArrayList<>();
    waiting.drainTo(taken);
    Map<LiveTail, List<LiveEvent>> events = new LinkedHashMap<>();
    for (Addressed one : taken) {
      for (LiveTail tail : one.tails()) {
        events.computeIfAbsent(tail, added -> new ArrayList<>()).add(one.event());
      }
    }
    try {
      events.forEach(LiveTail::send);
    } catch (RuntimeException e) {
      if (!failed) {
        failed = true;
        log.warn("Rows could not be sent to the live page; the stream goes on.", e);
      }
    }
  }
}
