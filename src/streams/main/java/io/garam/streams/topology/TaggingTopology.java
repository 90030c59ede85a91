package io.garam.streams.topology;

import io.garam.streams.batching.PreparedDeserializer;
import io.garam.streams.batching.RecordsInHand;
import io.garam.streams.statistics.TaggingStatistics;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;

/**
 * The topology: utterances in, intents out. Dead letters leave it through the {@link
 * DeadLetterHandler}.
 *
 * @param maxRequestSize the largest record that the producer accepts, in bytes
 */
public record TaggingTopology(String inputTopic, String outputTopic, int maxRequestSize) {

  private static final String SOURCE = "utterances";
  private static final String TAGGER = "tagger";
  private static final String SINK = "intents";

  /** Returns a topology; it owns nothing. */
  public Topology build(
      PreparedDeserializer values, TaggingStatistics statistics, RecordsInHand inHand) {
    return new Topology()
        .addSource(SOURCE, new ByteArrayDeserializer(), values, inputTopic)
        .addProcessor(
            TAGGER, () -> new TaggingProcessor(maxRequestSize, statistics, inHand), SOURCE)
        .addSink(SINK, outputTopic, new ByteArraySerializer(), new ByteArraySerializer(), TAGGER);
  }
}
