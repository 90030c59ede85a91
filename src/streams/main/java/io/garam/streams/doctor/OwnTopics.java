package io.garam.streams.doctor;

import io.garam.nlu.GaramException;
import io.garam.streams.client.Brokers;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.config.ShadowKeys;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Topics of a doctor's own, under names that nobody else has, in which it may write: made by a
 * check, and removed at the end whatever came of it.
 */
public final class OwnTopics implements Check, AutoCloseable {

  static final String NAME = "topics of its own";

  /** More brokers than these are a sample. */
  private static final int MOST_CLOCKS = 12;

  private static final Duration LEAVING = Duration.ofSeconds(10);

  private final Brokers brokers;
  private final String prefix;
  private final String application;
  private boolean asked;
  private boolean there;

  /**
   * @param applicationId the tagger's, with which the names begin, so that rules for names with a
   *     prefix allow them too
   */
  public OwnTopics(Brokers brokers, String applicationId) {
    this.brokers = brokers;
    this.prefix = applicationId + "-doctor-";
    this.application = prefix + UUID.randomUUID();
  }

  /** Returns the application id of a round trip, with which the names of all of them begin. */
  String application() {
    return application;
  }

  String utterances() {
    return application + "-utterances";
  }

  String intents() {
    return application + "-intents";
  }

  String deadLetters() {
    return application + "-dead-letters";
  }

  /** Returns the topic whose records get their brokers' time, with a partition for each broker. */
  String clock() {
    return application + "-clock";
  }

  /** Says whether they are there. */
  synchronized boolean areThere() {
    return there;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> needs() {
    return List.of(BrokersCheck.NAME);
  }

  @Override
  public synchronized Finding run() {
    try (Admin admin = brokers.admin()) {
      int nodes = brokers.answer(admin.describeCluster().nodes(), "the cluster").size();
      asked = true;
      NewTopic clock =
          topic(clock(), Math.min(nodes, MOST_CLOCKS))
              .configs(Map.of(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime"));
      brokers.answer(
          admin
              .createTopics(
                  List.of(
                      clock, topic(utterances(), 1), topic(intents(), 1), topic(deadLetters(), 1)))
              .all(),
          "topics " + prefix + "*");
      there = true;
      return Finding.ok(application + "-*, removed at the end");
    } catch (GaramException e) {
      if (e.getCause() instanceof AuthorizationException) {
        return Finding.skipped(
            "no right to create topics "
                + prefix
                + "*, so clocks and a round trip cannot be tried; a tagger does not need it");
      }
      throw e;
    }
  }

  private static NewTopic topic(String name, int partitions) {
    return new NewTopic(name, Optional.of(partitions), Optional.empty());
  }

  /** Returns the settings of a tagger from and to these topics, of which nothing stays. */
  Map<String, Object> settings(GaramConfig config) {
    Map<String, Object> settings = new HashMap<>(config.originals());
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
    settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, "1");
    settings.put(GaramConfig.INPUT_TOPIC, utterances());
    settings.put(GaramConfig.OUTPUT_TOPIC, intents());
    settings.put(GaramConfig.DEAD_LETTER_TOPIC, deadLetters());
    // The doctor's own event has the fields that Garam expects without being told.
    settings.keySet().removeAll(GaramConfig.POINTERS);
    settings.remove(GaramConfig.INPUT_FORMAT);
    settings.remove(ShadowKeys.TOPIC);
    // A member with a fixed identity stays when it ends, and its group with it.
    settings.keySet().removeIf(key -> key.endsWith(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG));
    settings.put(GaramConfig.CREATE_TOPICS, "false");
    settings.put(GaramConfig.CLOSE_TIMEOUT_MS, "10000");
    return settings;
  }

  /**
   * Removes them, with the group and the changelog of the round trip.
   *
   * @throws GaramException if the brokers do not answer, or refuse
   */
  @Override
  public synchronized void close() {
    if (!asked) {
      return;
    }
    asked = false;
    try (Admin admin = brokers.admin()) {
      List<String> mine =
          brokers.answer(admin.listTopics().names(), "the list of topics").stream()
              .filter(name -> name.startsWith(application + "-"))
              .toList();
      admin
          .deleteTopics(mine)
          .topicNameValues()
          .forEach(
              (topic, deleted) ->
                  brokers.answerUnless(
                      UnknownTopicOrPartitionException.class, deleted, "the topic " + topic));
      long deadline = System.nanoTime() + LEAVING.toNanos();
      while (there && !groupDeleted(admin) && System.nanoTime() < deadline) {
        TimeUnit.MILLISECONDS.sleep(200);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean groupDeleted(Admin admin) {
    try {
      brokers.answerUnless(
          GroupIdNotFoundException.class,
          admin.deleteConsumerGroups(List.of(application)).all(),
          "the group " + application);
      return true;
    } catch (GaramException e) {
      if (e.getCause() instanceof GroupNotEmptyException) {
        return false;
      }
      throw e;
    }
  }
}
