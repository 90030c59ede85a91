package io.garam.app.send;

import io.garam.streams.client.Brokers;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Producer of events that people send: each once, in order, and known to the brokers or refused.
 */
final class EventProducer {

  private EventProducer() {}

  /**
   * Connects.
   *
   * @throws io.garam.nlu.GaramException if an address or a security setting does not do
   */
  static Producer<byte @Nullable [], byte[]> connect(Brokers brokers) {
    Map<String, Object> properties = brokers.producerProperties();
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    // A topic made a moment ago may refuse one batch and take the next; then order is lost.
    properties.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    for (String timeout :
        new String[] {
          ProducerConfig.MAX_BLOCK_MS_CONFIG,
          ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
          ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG
        }) {
      properties.put(timeout, brokers.timeoutMs());
    }
    try {
      return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    } catch (KafkaException e) {
      throw brokers.failure(e, "a producer");
    }
  }
}
