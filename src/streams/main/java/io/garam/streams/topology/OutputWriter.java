package io.garam.streams.topology;

import io.garam.nlu.Intent;
import io.garam.streams.batching.Prepared;
import io.garam.streams.batching.Prepared.Forwarded;
import io.garam.streams.batching.Prepared.Tagged;
import io.garam.streams.clock.MonotonicTime;
import io.garam.streams.event.IntentSerializer;
import io.garam.streams.event.ReasonCode;
import io.garam.streams.event.SourcePosition;
import io.garam.streams.event.UntaggableEventException;
import io.garam.streams.limits.OutputLimits;
import io.garam.streams.log.LogNames;
import io.garam.streams.memory.Identifiers;
import io.garam.streams.output.TaggedEvent;
import io.garam.streams.output.TaggedRecord;
import io.garam.streams.shadow.AnsweredEvent;
import io.garam.streams.shadow.Shadows;
import io.garam.streams.statistics.TaggingCounter;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writer of output records, with the intent; headers and timestamp stay, and a key that is no
 * longer the event's own is joined by that in a header.
 *
 * @param context where output records go
 * @param limits what the output topic takes
 * @param repartition tells what an event was before it was repartitioned
 * @param listener hears of each output with an intent
 * @param shadows are offered each output with an intent, and hear where a dialogue ends
 * @param intents writes intents, for this writer alone
 */
record OutputWriter(
    FixedKeyProcessorContext<byte[], TaggedEvent> context,
    Supplier<OutputLimits> limits,
    Repartition repartition,
    TaggingCounter statistics,
    GuardedListener listener,
    Shadows shadows,
    IntentSerializer intents) {

  private static final Logger log = LoggerFactory.getLogger(LogNames.TAGGER);

  /**
   * Forwards a record.
   *
   * @throws UntaggableEventException for what must become a dead letter; nothing is forwarded then
   */
  void send(FixedKeyRecord<byte[], Prepared> record, Forwarded ready) {
    byte @Nullable [] output = output(ready);
    FixedKeyRecord<byte[], Prepared> sent = record;
    if (repartition.topic() != null) {
      sent = record.withHeaders(original(record).output(record.key()));
      // Its time was judged when it was read from the input topic, which may be a while ago.
      limits.get().checkTime(record.timestamp(), MonotonicTime.SYSTEM.milliseconds());
    }
    limits.get().check(record.key(), output, sent.headers());
    Intent intent = ready instanceof Tagged tagged ? tagged.intent() : null;
    context.forward(sent.withValue(new TaggedEvent(output, intent)));
    if (!shadows.isEmpty()) {
      offer(record, ready);
    }
    if (ready instanceof Tagged tagged) {
      statistics.tagged(tagged.intent(), record.timestamp());
      if (listener.isListening() && output != null) {
        SourcePosition source = original(record).position();
        listener.tagged(
            new TaggedRecord(
                source.partition(),
                source.offset(),
                record.timestamp(),
                System.currentTimeMillis(),
                record.key(),
                sent.headers(),
                output,
                tagged.intent()));
      }
      if (tagged.event().slot().isTaken() && statistics.replacedIntent() == 1) {
        log.warn(
            "Events have a value already where the intent goes, the first in {}: it is replaced,"
                + " there and in all others.",
            original(record).position());
      }
    } else {
      statistics.passedOn();
    }
  }

  /** Says whether an event belongs to no dialogue. */
  boolean hasNoDialogue(FixedKeyRecord<byte[], Prepared> record) {
    return record.key() == null
        || (repartition.topic() != null && original(record).hasNoDialogue(record.key()));
  }

  private void offer(FixedKeyRecord<byte[], Prepared> record, Forwarded ready) {
    Bytes dialogue = hasNoDialogue(record) ? null : Identifiers.dialogue(record.key());
    if (ready instanceof Tagged tagged) {
      shadows.offer(
          new AnsweredEvent(
              dialogue, tagged.event(), tagged.intent(), record.key(), record.timestamp()));
    } else if (dialogue != null && ready.endsDialogue()) {
      shadows.end(dialogue);
    }
  }

  /** Returns what the event was when it came. */
  private OriginalRecord original(FixedKeyRecord<byte[], Prepared> record) {
    return repartition.original(
        context.recordMetadata().orElseThrow(), record.key(), record.headers());
  }

  /** Only what the event itself causes is its fault; a failure to forward is not. */
  private byte @Nullable [] output(Forwarded ready) {
    try {
      return ready.output(intents);
    } catch (UntaggableEventException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      throw new UntaggableEventException(
          ReasonCode.INTERNAL_ERROR,
          "Expected to add the intent to the event, but that failed: " + e + ".");
    }
  }
}
