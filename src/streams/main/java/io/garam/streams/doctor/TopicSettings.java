package io.garam.streams.doctor;

import io.garam.nlu.GaramException;
import io.garam.streams.client.Brokers;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Settings of a topic as the brokers describe them. */
record TopicSettings(String topic, Config config) {

  /**
   * Returns the settings of a topic, nothing where there is no such topic.
   *
   * @throws GaramException if they may not be described
   */
  static Optional<TopicSettings> of(Brokers brokers, Admin admin, String topic) {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    return brokers
        .answerUnless(
            UnknownTopicOrPartitionException.class,
            Objects.requireNonNull(
                admin.describeConfigs(List.of(resource)).values().get(resource), topic),
            "the configuration of the topic " + topic)
        .map(config -> new TopicSettings(topic, config));
  }

  /** Returns a setting, nothing where the brokers do not tell it. */
  Optional<String> text(String key) {
    return Optional.ofNullable(config.get(key)).map(ConfigEntry::value);
  }

  /** Returns a number, the largest where the brokers do not tell it. */
  long number(String key) {
    return text(key).map(Long::valueOf).orElse(Long.MAX_VALUE);
  }
}
