package io.garam.streams.topology;

import io.garam.streams.batching.EventTime;
import io.garam.streams.batching.PreparedSerde;
import io.garam.streams.output.TaggedEvent;
import java.util.Collection;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

/**
 * Part of a topology that tags: the source of utterances and the processor behind it. Dead letters
 * leave it through the {@link DeadLetterHandler}.
 *
 * @param values prepares what the source reads
 * @param time finds and checks the time of an event
 */
public record TaggingTopology(
    Collection<String> inputTopics,
    PreparedSerde values,
    EventTime time,
    TaggingProcessorSupplier tagger) {

  /** The name of the source node. */
  public static final String SOURCE = "utterances";

  /** The name of the processor node. */
  public static final String TAGGER = "tagger";

  /** Adds source and processor, and returns what the processor forwards. */
  public KStream<byte[], TaggedEvent> addTo(StreamsBuilder builder) {
    return builder.stream(
            inputTopics,
            Consumed.with(Serdes.ByteArray(), values).withTimestampExtractor(time).withName(SOURCE))
        .processValues(tagger, Named.as(TAGGER));
  }
}
