package io.garam.web.page;

import io.garam.web.server.AnswerStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * Tail of what is tagged, as one page sees it: the events that fit its filter, sampled where they
 * are more than a person can look at. Nothing here waits for the page.
 */
final class LiveTail {

  private static final long INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(1) / 30;
  private static final long BURST_NANOS = TimeUnit.SECONDS.toNanos(2);

  /** Characters of rows that go together, unless one alone has more. */
  private static final int LONGEST_WRITE = 16 << 10;

  private final EventFilter filter;
  private final ShownEvents shown;
  private final AnswerStream stream;
  private final LongAdder total = new LongAdder();
  private final LongAdder matched = new LongAdder();
  private final LongAdder sent = new LongAdder();

  /** When the next row would be due if they came evenly; rows may be ahead of it by a burst. */
  private final AtomicLong due = new AtomicLong(System.nanoTime());

  /**
   * @param shown keeps what is sent
   */
  LiveTail(EventFilter filter, ShownEvents shown, AnswerStream stream) {
    this.filter = filter;
    this.shown = shown;
    this.stream = stream;
  }

  /** Counts an event, and says whether it is to be sent: it fits and is within the sample. */
  boolean takes(LiveEvent event) {
    total.increment();
    if (!filter.fits(event)) {
      return false;
    }
    matched.increment();
    return isSampled(System.nanoTime());
  }

  /** Sends events that it takes. */
  void send(List<LiveEvent> events) {
    sent.add(events.size());
    show(events);
  }

  /** Sends those of some events that fit, which were tagged before. */
  void recall(List<LiveEvent> events) {
    show(events.stream().filter(filter::fits).toList());
  }

  /** Rows go together, since each write costs more than a row, but no more than a page can take. */
  private void show(List<LiveEvent> events) {
    StringBuilder rows = new StringBuilder();
    for (LiveEvent event : events) {
      shown.add(event.record());
      rows.append(event.message());
      if (rows.length() >= LONGEST_WRITE) {
        stream.send(rows.toString());
        rows.setLength(0);
      }
    }
    if (!rows.isEmpty()) {
      stream.send(rows.toString());
    }
  }

  /** Lets through what comes no faster than a person can read, and bursts of two seconds. */
  private boolean isSampled(long now) {
    while (true) {
      long before = due.get();
      long next = Math.max(before, now) + INTERVAL_NANOS;
      if (next - now > BURST_NANOS) {
        return false;
      }
      if (due.compareAndSet(before, next)) {
        return true;
      }
    }
  }

  /** Says what has passed since it was last said. */
  void sayPassed() {
    send(
        "passed",
        Map.of(
            "matched", matched.sumThenReset(),
            "sent", sent.sumThenReset(),
            "total", total.sumThenReset()));
  }

  /** Says that the tagger ends, and ends. */
  void end() {
    send("ended", Map.of());
    stream.close();
  }

  private void send(String type, Object data) {
    stream.send(LiveEvent.message(type, data));
  }
}
