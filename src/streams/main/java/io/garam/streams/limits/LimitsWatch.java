package io.garam.streams.limits;

import io.garam.nlu.GaramException;
import io.garam.streams.client.Brokers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows the limits of the topics that a tagger writes: as they are when it starts, and again
 * whenever {@link #read} is called. Safe for many threads.
 */
public final class LimitsWatch implements Supplier<OutputLimits> {

  private static final Logger log = LoggerFactory.getLogger(LimitsWatch.class);

  private final Brokers brokers;
  private final String outputTopic;
  private final String deadLetterTopic;
  private final @Nullable String changelogTopic;
  private final int requestBytes;
  private final boolean compressed;
  private volatile OutputLimits limits;

  /**
   * @param changelogTopic what remembers dialogues, null where nothing does
   * @param requestBytes the largest record that the producer accepts, in bytes
   * @param compressed whether the producer compresses
   */
  public LimitsWatch(
      Brokers brokers,
      String outputTopic,
      String deadLetterTopic,
      @Nullable String changelogTopic,
      int requestBytes,
      boolean compressed) {
    this.brokers = brokers;
    this.outputTopic = outputTopic;
    this.deadLetterTopic = deadLetterTopic;
    this.changelogTopic = changelogTopic;
    this.requestBytes = requestBytes;
    this.compressed = compressed;
    this.limits = OutputLimits.of(requestBytes);
  }

  @Override
  public OutputLimits get() {
    return limits;
  }

  /**
   * Asks the brokers. Where they do not tell, what they last told holds; where they never did,
   * since the right to describe a topic's configuration is missing, what the topic refuses is found
   * out one record at a time.
   */
  public void read() {
    List<String> topics = new ArrayList<>(List.of(outputTopic, deadLetterTopic));
    if (changelogTopic != null) {
      topics.add(changelogTopic);
    }
    Map<String, TopicLimits> found = new HashMap<>();
    try (Admin admin = brokers.admin()) {
      Map<ConfigResource, KafkaFuture<Config>> answers =
          admin
              .describeConfigs(
                  topics.stream()
                      .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                      .toList())
              .values();
      answers.forEach(
          (resource, answer) ->
              brokers
                  .answerUnless(
                      UnknownTopicOrPartitionException.class,
                      answer,
                      "the configuration of the topic " + resource.name())
                  .ifPresent(
                      config ->
                          found.put(resource.name(), TopicLimits.of(resource.name(), config))));
    } catch (GaramException e) {
      log.info(
          "The limits of the topics {} are not known, so what they refuse costs a transaction"
              + " each: {}",
          topics,
          e.getMessage());
    }
    limits =
        new OutputLimits(
            found.getOrDefault(outputTopic, limits.output()),
            changelogTopic == null
                ? limits.changelog()
                : found.getOrDefault(changelogTopic, limits.changelog()),
            found.getOrDefault(deadLetterTopic, limits.deadLetters()),
            requestBytes,
            compressed);
  }
}
