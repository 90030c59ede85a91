package io.garam.web.page;

import io.garam.streams.event.SourcePosition;
import io.garam.streams.output.TaggedEvent;
import io.garam.streams.output.TaggedEventListener;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Feed of what is tagged: to the history of rates, and to the tails that pages have open. */
final class LiveFeed implements TaggedEventListener {

  private final RateHistory rates;
  private final List<LiveTail> tails = new CopyOnWriteArrayList<>();

  LiveFeed(RateHistory rates) {
    this.rates = rates;
  }

  @Override
  public void tagged(
      TopicPartition partition, long offset, FixedKeyRecord<byte[], TaggedEvent> event) {
    rates.tagged(
        Objects.requireNonNull(event.value().intent(), "an event with an intent"),
        System.currentTimeMillis() - event.timestamp());
    if (!tails.isEmpty()) {
      SourcePosition at = new SourcePosition(partition, offset);
      tails.forEach(tail -> tail.tagged(at, event));
    }
  }

  void add(LiveTail tail) {
    tails.add(tail);
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
