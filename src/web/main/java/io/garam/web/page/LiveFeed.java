package io.garam.web.page;

import io.garam.streams.event.Event;
import io.garam.streams.output.TaggedEventListener;
import io.garam.streams.output.TaggedRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Feed of what is tagged: to the history of rates, and to the tails that pages have open. Those who
 * tag count and filter here; rows are made and sent by another thread.
 */
final class LiveFeed implements TaggedEventListener {

  /** How many of the last events a page begins with. */
  private static final int RECENT = 50;

  /** A longer event is not kept, so that all that are take little memory. */
  private static final int LONGEST = 8 << 10;

  private final RateHistory rates;
  private final Function<byte[], @Nullable Event> reader;
  private final TextMask mask;
  private final AtomicReferenceArray<@Nullable TaggedRecord> recent =
      new AtomicReferenceArray<>(RECENT);
  private final AtomicLong heard = new AtomicLong();
  private final List<LiveTail> tails = new CopyOnWriteArrayList<>();
  private final RowSender sender;

  /**
   * @param reader of output events, see {@link LiveEvent}
   * @param sender of rows, to the tails
   */
  LiveFeed(
      RateHistory rates,
      Function<byte[], @Nullable Event> reader,
      TextMask mask,
      RowSender sender) {
    this.rates = rates;
    this.reader = reader;
    this.mask = mask;
    this.sender = sender;
  }

  @Override
  public void tagged(TaggedRecord record) {
    rates.tagged(record.intent(), record.taggedAt() - record.timestamp());
    if (record.value().length <= LONGEST) {
      recent.set((int) (heard.getAndIncrement() % RECENT), record);
    }
    if (!tails.isEmpty()) {
      offer(new LiveEvent(record, reader, mask));
    }
  }

  /** All tails have looked at the event before the sender may. */
  private void offer(LiveEvent event) {
    List<LiveTail> taking = new ArrayList<>();
    for (LiveTail tail : tails) {
      if (tail.takes(event)) {
        taking.add(tail);
      }
    }
    if (!taking.isEmpty()) {
      sender.send(event, taking);
    }
  }

  /** Adds a tail, which begins with the last events; those that come meanwhile may come twice. */
  void add(LiveTail tail) {
    tails.add(tail);
    long end = heard.get();
    List<LiveEvent> last = new ArrayList<>();
    for (long i = Math.max(0, end - RECENT); i < end; i++) {
      TaggedRecord one = recent.get((int) (i % RECENT));
      if (one != null) {
        last.add(new LiveEvent(one, reader, mask));
      }
    }
    tail.recall(last);
  }

  void remove(LiveTail tail) {
    tails.remove(tail);
  }

  /** Says to all tails what has passed since it was last said. */
  void sayPassed() {
    tails.forEach(LiveTail::sayPassed);
  }

  /** Ends all tails, after what they are still to be sent. */
  void end() {
    sender.sendWaiting();
    tails.forEach(LiveTail::end);
  }
}
