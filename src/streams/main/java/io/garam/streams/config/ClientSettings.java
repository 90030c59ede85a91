package io.garam.streams.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.StreamsConfig;

/** What the clients of a tagger are told, checked as they would when they connect. */
final class ClientSettings {

  private static final String ANY = "garam";
  private static final int MOST_PORT = 65_535;

  private ClientSettings() {}

  /**
   * Reads the settings of each kind of client.
   *
   * @throws ConfigException if one of them has a value that it cannot have
   */
  static void check(StreamsConfig config) {
    requireAddresses(config.getList(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG));
    new AdminClientConfig(config.getAdminConfigs(ANY));
    Map<String, Object> producer = new HashMap<>(config.getProducerConfigs(ANY));
    producer.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    producer.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    new ProducerConfig(producer);
    Map<String, Object> consumer = new HashMap<>(config.getMainConsumerConfigs(ANY, ANY, 0));
    consumer.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    consumer.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    new ConsumerConfig(consumer);
  }

  /** Kafka's clients do so too, but not before they look the names up. */
  private static void requireAddresses(List<String> addresses) {
    for (String address : addresses) {
      Integer port = Utils.getPort(address);
      if (port == null || port > MOST_PORT) {
        throw new ConfigException(
            StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, address, "an address is HOST:PORT");
      }
    }
    if (addresses.isEmpty()) {
      throw new ConfigException(
          StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "", "no address of a broker is named");
    }
  }
}
