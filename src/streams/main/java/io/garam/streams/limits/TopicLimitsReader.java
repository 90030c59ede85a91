package io.garam.streams.limits;

import io.garam.nlu.GaramException;
import io.garam.streams.client.Brokers;
import io.garam.streams.log.LogNames;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reader of topics' limits: asks the brokers. Of a topic that does not exist, or of which they do
 * not answer, since the right to describe its configuration is missing, nothing is known.
 */
public record TopicLimitsReader(Brokers brokers) {

  private static final Logger log = LoggerFactory.getLogger(LogNames.TAGGER);

  /** Returns the limits that are known, by topic. */
  public Map<String, TopicLimits> read(Collection<String> topics) {
    Map<String, TopicLimits> found = new HashMap<>();
    try (Admin admin = brokers.admin()) {
      admin
          .describeConfigs(
              topics.stream()
                  .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                  .toList())
          .values()
          .forEach((resource, answer) -> read(resource.name(), answer, found));
    } catch (GaramException e) {
      log.info("The limits of topics are not known: {}", e.getMessage());
    }
    return found;
  }

  private void read(String topic, KafkaFuture<Config> answer, Map<String, TopicLimits> found) {
    try {
      brokers
          .answerUnless(
              UnknownTopicOrPartitionException.class, answer, "the configuration of " + topic)
          .ifPresent(
              config -> found.put(topic, TopicLimits.of(topic, new TopicConfiguration(config))));
    } catch (GaramException e) {
      log.info(
          "The limits of the topic {} are not known, so the first record that it refuses of a kind"
              + " costs a transaction: {}",
          topic,
          e.getMessage());
    }
  }
}
