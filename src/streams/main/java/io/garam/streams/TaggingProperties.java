package io.garam.streams;

import io.garam.streams.batching.BatchingInterceptor;
import io.garam.streams.batching.InFlightRecords;
import io.garam.streams.batching.PollTrace;
import io.garam.streams.batching.Preparation;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.topology.DeadLetterHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Properties of a Kafka Streams client that tags: those of the configuration, and what brings
 * batching and dead letters.
 *
 * @param taggedTopics whose records are tagged
 */
record TaggingProperties(
    GaramConfig config,
    List<String> taggedTopics,
    Preparation preparation,
    InFlightRecords inFlightRecords,
    PollTrace trace,
    DeadLetterHandler.Destination deadLetters) {

  Properties make() {
    Properties properties = new Properties();
    properties.putAll(config.streamsProperties());
    if (!config.originals().containsKey(StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG)) {
      // Garam's default is for the source of utterances, which has its own extractor.
      properties.remove(StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG);
    }
    List<String> interceptors = new ArrayList<>();
    interceptors.add(BatchingInterceptor.class.getName());
    interceptors.addAll(config.userInterceptors());
    putForMainConsumer(properties, ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG, interceptors);
    putForMainConsumer(properties, BatchingInterceptor.PREPARATION, preparation);
    putForMainConsumer(properties, BatchingInterceptor.IN_FLIGHT, inFlightRecords);
    putForMainConsumer(properties, BatchingInterceptor.TOPICS, taggedTopics);
    putForMainConsumer(properties, BatchingInterceptor.TRACE, trace);
    Object handler =
        properties.put(
            StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
    if (handler != null) {
      properties.put(DeadLetterHandler.OTHERS, handler);
    }
    properties.put(DeadLetterHandler.DESTINATION, deadLetters);
    return properties;
  }

  private static void putForMainConsumer(Properties properties, String key, Object value) {
    properties.put(StreamsConfig.mainConsumerPrefix(key), value);
  }
}
