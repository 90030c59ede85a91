package io.garam.streams.topology;

import io.garam.streams.batching.InFlightRecords;
import io.garam.streams.batching.ModelChoice;
import io.garam.streams.batching.Prepared;
import io.garam.streams.batching.Prepared.Rejected;
import io.garam.streams.batching.TimeRefusalHeader;
import io.garam.streams.event.UntaggableEventException;
import io.garam.streams.output.TaggedEvent;
import java.util.Objects;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Processor that tags record by record, in the order in which they come. Of what the brokers have
 * refused before, it makes a dead letter, or goes on without it where they refused that too.
 */
final class TaggingProcessor implements FixedKeyProcessor<byte[], Prepared, TaggedEvent> {

  private final Function<FixedKeyProcessorContext<byte[], TaggedEvent>, Tagging> taggings;
  private final ModelChoice models;
  private final InFlightRecords inFlightRecords;
  private final DeadLetterHandler.Destination deadLetters;
  private @Nullable FixedKeyProcessorContext<byte[], TaggedEvent> context;
  private @Nullable Tagging tagging;

  /**
   * @param taggings makes a task's tagging, once the task is there
   * @param models hear of dead letters
   * @param deadLetters where dead letters go, and what the brokers have refused
   */
  TaggingProcessor(
      Function<FixedKeyProcessorContext<byte[], TaggedEvent>, Tagging> taggings,
      ModelChoice models,
      InFlightRecords inFlightRecords,
      DeadLetterHandler.Destination deadLetters) {
    this.taggings = taggings;
    this.models = models;
    this.inFlightRecords = inFlightRecords;
    this.deadLetters = deadLetters;
  }

  @Override
  public void init(FixedKeyProcessorContext<byte[], TaggedEvent> context) {
    this.context = context;
    tagging = taggings.apply(context);
  }

  private RecordMetadata metadata() {
    return Objects.requireNonNull(context, "initialized").recordMetadata().orElseThrow();
  }

  @Override
  public void process(FixedKeyRecord<byte[], Prepared> record) {
    try {
      UntaggableEventException timeRefused = TimeRefusalHeader.take(record.headers());
      RecordMetadata at = metadata();
      if (deadLetters.leavesOut(at, record.key(), record.headers())) {
        return;
      }
      if (timeRefused != null) {
        // Of one that is too large there is no more than its beginning, which its letter says.
        throw record.value() instanceof Rejected rejected
            ? rejected.reason().at(timeRefused.time())
            : timeRefused;
      }
      Objects.requireNonNull(tagging, "initialized").tag(record);
    } catch (UntaggableEventException e) {
      RecordMetadata at = metadata();
      models.deadLetter(record.key(), at.partition(), at.offset());
      throw e;
    } finally {
      inFlightRecords.processed();
    }
  }
}
