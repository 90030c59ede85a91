package io.garam.web.page;

import io.garam.streams.event.Event;
import io.garam.streams.output.TaggedEventListener;
import io.garam.streams.output.TaggedRecord;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Feed of what is tagged: to the history of rates, and to the tails that pages have open. */
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

  /**
   * @param reader of output events, see {@link LiveEvent}
   */
  LiveFeed(RateHistory rates, Function<byte[], @Nullable Event> reader, TextMask mask) {
    this.rates = rates;
    this.reader = reader;
    this.mask = mask;
  }

  @Override
  public void tagged(TaggedRecord record) {
    rates.tagged(record.intent(), record.taggedAt() - record.timestamp());
    if (record.value().length <= LONGEST) {
      recent.set((int) (heard.getAndIncrement() % RECENT), record);
    }
    if (!tails.isEmpty()) {
      LiveEvent event = new LiveEvent(record, reader, mask);
      tails.forEach(tail -> tail.tagged(event));
    }
  }

  /** Adds a tail, which begins with the last events; those that come meanwhile may come twice. */
  void add(LiveTail tail) {
    tails.add(tail);
    long end = heard.get();
    for (long i = Math.max(0, end - RECENT); i < end; i++) {
      TaggedRecord one = recent.get((int) (i % RECENT));
      if (one != null) {
        tail.recall(new LiveEvent(one, reader, mask));
      }
    }
  }

  void remove(LiveTail tail) {
    tails.remove(tail);
  }

  /** Says to all tails what has passed since it was last said. */
  void sayPassed() {
    tails.forEach(LiveTail::sayPassed);
  }

  /** Ends all tails. */
  void end() {
    tails.forEach(LiveTail::end);
  }
}
