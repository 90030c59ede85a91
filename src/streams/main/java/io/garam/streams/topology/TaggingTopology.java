package io.garam.streams.topology;

import io.garam.streams.batching.EventTime;
import io.garam.streams.batching.Prepared;
import io.garam.streams.batching.PreparedSerde;
import io.garam.streams.output.TaggedEvent;
import java.util.Collection;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Part of a topology that tags: the source of utterances and the processor behind it, with a
 * repartition between them where the key of an event is not its dialogue. Dead letters leave it
 * through the {@link DeadLetterHandler}.
 *
 * @param values prepares what the source reads
 * @param time finds and checks the time of an event
 * @param keys makes the dialogue the key of an event; null where it is that already
 */
public record TaggingTopology(
    Collection<String> inputTopics,
    PreparedSerde values,
    EventTime time,
    @Nullable ProcessorSupplier<byte[], byte @Nullable [], byte[], Prepared> keys,
    TaggingProcessorSupplier tagger) {

  /** The name of the source node. */
  public static final String SOURCE = "utterances";

  /** The name of the processor node. */
  public static final String TAGGER = "tagger";

  /** The name of the processor node that changes keys. */
  private static final String KEYS = "dialogue-key";

  /** The processor nodes of which no failure is left to a handler of users. */
  static final Set<String> NODES = Set.of(TAGGER, KEYS);

  /** The name of the repartition, and so part of the name of its topic. */
  private static final String REPARTITION = "dialogue";

  /** Adds source and processor, and returns what the processor forwards. */
  public KStream<byte[], TaggedEvent> addTo(StreamsBuilder builder) {
    return events(builder).processValues(tagger, Named.as(TAGGER));
  }

  private KStream<byte[], Prepared> events(StreamsBuilder builder) {
    if (keys == null) {
      return builder.stream(inputTopics, source(values));
    }
    return builder.stream(inputTopics, source(Serdes.ByteArray()))
        .process(keys, Named.as(KEYS))
        .repartition(
            Repartitioned.<byte[], Prepared>as(REPARTITION)
                .withKeySerde(Serdes.ByteArray())
                .withValueSerde(values));
  }

  private <V> Consumed<byte[], V> source(Serde<V> values) {
    return Consumed.with(Serdes.ByteArray(), values).withTimestampExtractor(time).withName(SOURCE);
  }
}
