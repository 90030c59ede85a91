package io.garam.streams.topology;

import io.garam.streams.batching.Prepared;
import io.garam.streams.batching.RecordsInHand;
import java.util.Objects;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Tags record by record, in the order in which they come. */
final class TaggingProcessor implements Processor<byte[], Prepared, byte[], byte @Nullable []> {

  private final Function<ProcessorContext<byte[], byte @Nullable []>, Tagging> taggings;
  private final RecordsInHand inHand;
  private @Nullable Tagging tagging;

  /**
   * @param taggings makes a task's tagging, once the task is there
   */
  TaggingProcessor(
      Function<ProcessorContext<byte[], byte @Nullable []>, Tagging> taggings,
      RecordsInHand inHand) {
    this.taggings = taggings;
    this.inHand = inHand;
  }

  @Override
  public void init(ProcessorContext<byte[], byte @Nullable []> context) {
    tagging = taggings.apply(context);
  }

  @Override
  public void process(Record<byte[], Prepared> record) {
    try {
      Objects.requireNonNull(tagging, "initialized").tag(record);
    } finally {
      inHand.processed();
    }
  }
}
