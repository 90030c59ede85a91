package io.garam.streams.topology;

import io.garam.streams.event.SourcePosition;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Repartition of events by their dialogue: which topic they go over, and what a record from there
 * was before.
 *
 * @param topic null where the tagger reads the input topic itself
 */
public record Repartition(@Nullable String topic) {

  /** No repartition: the key of each event is its dialogue already. */
  public static final Repartition NONE = new Repartition(null);

  /** Returns the original of a record that is processed. */
  OriginalRecord original(RecordMetadata at, byte @Nullable [] key, Headers headers) {
    return original(SourcePosition.of(at.topic(), at.partition(), at.offset()), key, headers);
  }

  /** Returns the original of a record of which the processing failed. */
  OriginalRecord original(ErrorHandlerContext at) {
    return original(
        SourcePosition.of(at.topic(), at.partition(), at.offset()),
        at.sourceRawKey(),
        at.headers());
  }

  private OriginalRecord original(SourcePosition at, byte @Nullable [] key, Headers headers) {
    Optional<OriginalRecord> original =
        at.partition().topic().equals(topic) ? OriginalRecord.of(key, headers) : Optional.empty();
    return original.orElseGet(() -> new OriginalRecord(at, key, headers));
  }
}
