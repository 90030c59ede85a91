package io.garam.streams.topology;

import io.garam.streams.batching.Prepared;
import io.garam.streams.batching.Prepared.Forwarded;
import io.garam.streams.batching.Prepared.Tagged;
import io.garam.streams.event.Event;
import io.garam.streams.event.ReasonCode;
import io.garam.streams.event.UntaggableEventException;
import io.garam.streams.limits.OutputLimits;
import io.garam.streams.log.LogNames;
import io.garam.streams.statistics.TaggingStatistics;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes output records; key, headers and timestamp stay.
 *
 * @param context where output records go
 * @param limits what the output topic takes
 */
record OutputWriter(
    ProcessorContext<byte[], byte @Nullable []> context,
    Supplier<OutputLimits> limits,
    TaggingStatistics statistics) {

  private static final Logger log = LoggerFactory.getLogger(LogNames.TAGGER);

  /**
   * Forwards a record.
   *
   * @throws UntaggableEventException for what must become a dead letter; nothing is forwarded then
   */
  void send(Record<byte[], Prepared> record, Forwarded ready) {
    byte @Nullable [] output = output(ready);
    limits.get().check(record.key(), output, record.headers());
    context.forward(record.withValue(output));
    if (ready instanceof Tagged tagged) {
      statistics.tagged();
      if (tagged.event().slot().isTaken() && statistics.replacedIntent() == 1) {
        log.warn(
            "Events have a field {} already, the first in {}: its value is replaced, there and in"
                + " all others.",
            Event.INTENT,
            context
                .recordMetadata()
                .map(at -> at.topic() + "-" + at.partition() + "@" + at.offset())
                .orElse("an event"));
      }
    } else {
      statistics.passedOn();
    }
  }

  /** Only what the event itself causes is its fault; a failure to forward is not. */
  private static byte @Nullable [] output(Forwarded ready) {
    try {
      return ready.output();
    } catch (UntaggableEventException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      throw new UntaggableEventException(
          ReasonCode.INTERNAL_ERROR,
          "Expected to add the intent to the event, but that failed: " + e + ".");
    }
  }
}
