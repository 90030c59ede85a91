package io.garam.web.page;

import io.garam.streams.event.SourcePosition;
import io.garam.streams.output.TaggedEvent;
import io.garam.streams.output.TaggedEventListener;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.jspecify.annotations.Nullable;

/** Feed of what is tagged: to the history of rates, and to the tails that pages have open. */
final class LiveFeed implements TaggedEventListener {

  /** How many of the last events a page begins with. */
  private static final int RECENT = 50;

  /** A longer event is not kept, so that all that are take little memory. */
  private static final int LONGEST = 8 << 10;

  private final RateHistory rates;
  private final AtomicReferenceArray<@Nullable Heard> recent = new AtomicReferenceArray<>(RECENT);
  private final AtomicLong heard = new AtomicLong();
  private final List<LiveTail> tails = new CopyOnWriteArrayList<>();

  /** An event that was tagged. */
  private record Heard(SourcePosition at, FixedKeyRecord<byte[], TaggedEvent> event) {}

  LiveFeed(RateHistory rates) {
    this.rates = rates;
  }

  @Override
  public void tagged(
      TopicPartition partition, long offset, FixedKeyRecord<byte[], TaggedEvent> event) {
    rates.tagged(
        Objects.requireNonNull(event.value().intent(), "an event with an intent"),
        System.currentTimeMillis() - event.timestamp());
    SourcePosition at = new SourcePosition(partition, offset);
    byte[] value = event.value().value();
    if (value != null && value.length <= LONGEST) {
      recent.set((int) (heard.getAndIncrement() % RECENT), new Heard(at, event));
    }
    tails.forEach(tail -> tail.tagged(at, event));
  }

  /** Adds a tail, which begins with the last events; those that come meanwhile may come twice. */
  void add(LiveTail tail) {
    tails.add(tail);
    long end = heard.get();
    for (long i = Math.max(0, end - RECENT); i < end; i++) {
      Heard one = recent.get((int) (i % RECENT));
      if (one != null) {
        tail.recall(one.at(), one.event());
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
