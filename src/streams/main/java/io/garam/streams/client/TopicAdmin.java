package io.garam.streams.client;

import io.garam.nlu.GaramException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Topics of brokers, one by one. */
public record TopicAdmin(Brokers brokers) {

  private static final long PAUSE_MS = 50;

  /**
   * Creates a topic if it does not exist, and waits until it is known.
   *
   * @throws GaramException if the brokers do not answer in time or refuse
   */
  public void create(NewTopic topic) {
    String name = topic.name();
    try (Admin admin = brokers.admin()) {
      brokers.answerUnless(
          TopicExistsException.class,
          Objects.requireNonNull(admin.createTopics(List.of(topic)).values().get(name)),
          "the topic " + name);
      long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(brokers.timeoutMs());
      while (partitions(admin, name).isEmpty() && System.nanoTime() < deadline) {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GaramException(
          "Expected to wait for the new topic " + name + ", but was interrupted; start again.", e);
    }
  }

  /**
   * Returns how many partitions a topic has; nothing where it does not exist.
   *
   * @throws GaramException if the brokers do not answer in time or refuse
   */
  public OptionalInt partitions(String name) {
    try (Admin admin = brokers.admin()) {
      return partitions(admin, name);
    }
  }

  private OptionalInt partitions(Admin admin, String name) {
    return brokers
        .answerUnless(
            UnknownTopicOrPartitionException.class,
            Objects.requireNonNull(admin.describeTopics(List.of(name)).topicNameValues().get(name)),
            "the topic " + name)
        .map(found -> OptionalInt.of(found.partitions().size()))
        .orElseGet(OptionalInt::empty);
  }

  /**
   * Returns a setting of a topic; nothing where there is no right to know it.
   *
   * @throws GaramException if the brokers do not answer in time
   */
  public Optional<String> setting(String topic, String key) {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    try (Admin admin = brokers.admin()) {
      return brokers
          .answerUnless(
              AuthorizationException.class,
              Objects.requireNonNull(
                  admin.describeConfigs(List.of(resource)).values().get(resource)),
              "the topic " + topic)
          .map(settings -> settings.get(key))
          .map(ConfigEntry::value);
    }
  }
}
