package io.garam.streams.shadow;

import io.garam.nlu.Intent;
import io.garam.streams.client.Brokers;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.config.ShadowKeys;
import io.garam.streams.event.IntentSerializer;
import io.garam.streams.log.LogNames;
import io.garam.streams.settings.TaggerSettings;
import io.garam.streams.statistics.TaggingMetrics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Topic of the shadow's answers: each event as the shadow would have written it, with the key and
 * the timestamp of its record. It is written beside the stream's transactions, so it may have an
 * event twice, or lack one. What cannot be written is counted, and said once.
 */
final class ShadowTopic implements BiConsumer<AnsweredEvent, Intent>, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LogNames.MODELS);

  /** The shadow waits no longer for brokers or for room, and falls behind meanwhile. */
  private static final int LONGEST_WAIT_MS = 1_000;

  private static final int BUFFER_BYTES = 16 << 20;

  private final String name;
  private final Brokers brokers;
  private final Counter unwritten;
  private final IntentSerializer intents = new IntentSerializer();
  private final Producer<byte[], byte[]> producer;
  private boolean said;
  private volatile boolean closed;

  private ShadowTopic(GaramConfig config, String name, MeterRegistry registry) {
    this.name = name;
    this.brokers = new TaggerSettings(config).brokers();
    this.unwritten =
        Counter.builder(TaggingMetrics.SHADOW_UNWRITTEN.metricName())
            .description(TaggingMetrics.SHADOW_UNWRITTEN.meaning())
            .register(registry);
    Map<String, Object> properties = brokers.producerProperties();
    properties.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
    properties.put(ProducerConfig.CLIENT_ID_CONFIG, config.applicationId() + "-shadow");
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, LONGEST_WAIT_MS);
    properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
    this.producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Returns the topic that a configuration names. */
  static Optional<ShadowTopic> of(GaramConfig config, MeterRegistry registry) {
    return ShadowKeys.topic(config).map(name -> new ShadowTopic(config, name, registry));
  }

  @Override
  public void accept(AnsweredEvent event, Intent intent) {
    try {
      byte[] value = event.event().with(intent, intents);
      var unused =
          producer.send(
              new ProducerRecord<>(name, null, event.timestamp(), event.key(), value),
              (metadata, failure) -> {
                if (failure != null) {
                  note(failure);
                }
              });
    } catch (RuntimeException e) {
      note(e);
    }
  }

  private synchronized void note(Exception failure) {
    unwritten.increment();
    if (!said && !closed) {
      said = true;
      log.warn(
          "An answer of the shadow cannot be written to {}, and the stream goes on. {} Further"
              + " failures have no line here, and garam.shadow.unwritten.events counts them.",
          name,
          brokers.failure(failure, "the topic " + name).getMessage());
    }
  }

  /** Sends what waits, for a second at most. */
  @Override
  public void close() {
    closed = true;
    producer.close(Duration.ofMillis(LONGEST_WAIT_MS));
  }
}
