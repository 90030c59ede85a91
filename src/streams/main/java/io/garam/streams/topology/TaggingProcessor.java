package io.garam.streams.topology;

import io.garam.streams.batching.Prepared;
import io.garam.streams.batching.RecordsInHand;
import io.garam.streams.event.UntaggableEventException;
import io.garam.streams.statistics.TaggingStatistics;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Turns a prepared record into the output record; key, headers and timestamp stay. Throws {@link
 * UntaggableEventException} for what must become a dead letter.
 */
final class TaggingProcessor implements Processor<byte[], Prepared, byte[], byte @Nullable []> {

  private final int maxRequestSize;
  private final TaggingStatistics statistics;
  private final RecordsInHand inHand;
  private @Nullable ProcessorContext<byte[], byte @Nullable []> context;

  /**
   * @param maxRequestSize the largest record that the producer accepts, in bytes
   */
  TaggingProcessor(int maxRequestSize, TaggingStatistics statistics, RecordsInHand inHand) {
    this.maxRequestSize = maxRequestSize;
    this.statistics = statistics;
    this.inHand = inHand;
  }

  @Override
  public void init(ProcessorContext<byte[], byte @Nullable []> processorContext) {
    context = processorContext;
  }

  @Override
  public void process(Record<byte[], Prepared> record) {
    try {
      tag(record);
    } finally {
      inHand.processed();
    }
  }

  private void tag(Record<byte[], Prepared> record) {
    byte @Nullable [] output = output(record.value());
    int size = RecordSize.of(record.key(), output, record.headers());
    if (size > maxRequestSize) {
      throw new UntaggableEventException(
          "Expected the tagged event to fit max.request.size ("
              + maxRequestSize
              + " bytes), but it takes "
              + size
              + ".");
    }
    Objects.requireNonNull(context, "initialized").forward(record.withValue(output));
    statistics.tagged();
  }

  /** Only what the event itself causes is its fault; a failure to forward is not. */
  private static byte @Nullable [] output(Prepared prepared) {
    try {
      return prepared.output();
    } catch (UntaggableEventException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new UntaggableEventException("The intent could not be added to the event: " + e + ".");
    }
  }
}
