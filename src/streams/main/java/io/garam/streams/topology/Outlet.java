package io.garam.streams.topology;

import io.garam.streams.batching.Prepared;
import io.garam.streams.batching.Prepared.Ready;
import io.garam.streams.event.ReasonCode;
import io.garam.streams.event.UntaggableEventException;
import io.garam.streams.statistics.TaggingStatistics;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Turns what is ready into the output record; key, headers and timestamp stay.
 *
 * @param context where output records go
 * @param maxRequestSize the largest record that the producer accepts, in bytes
 */
record Outlet(
    ProcessorContext<byte[], byte @Nullable []> context,
    int maxRequestSize,
    TaggingStatistics statistics) {

  /**
   * Forwards a record.
   *
   * @throws UntaggableEventException for what must become a dead letter; nothing is forwarded then
   */
  void send(Record<byte[], Prepared> record, Ready ready) {
    byte @Nullable [] output = output(ready);
    int size = RecordSize.of(record.key(), output, record.headers());
    if (size > maxRequestSize) {
      throw new UntaggableEventException(
          ReasonCode.OUTPUT_TOO_LARGE,
          "Expected the tagged event to fit max.request.size ("
              + maxRequestSize
              + " bytes), but it takes "
              + size
              + ".");
    }
    context.forward(record.withValue(output));
    statistics.tagged();
  }

  /** Only what the event itself causes is its fault; a failure to forward is not. */
  private static byte @Nullable [] output(Ready ready) {
    try {
      return ready.output();
    } catch (UntaggableEventException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new UntaggableEventException(
          ReasonCode.INTERNAL_ERROR, "The intent could not be added to the event: " + e + ".");
    }
  }
}
