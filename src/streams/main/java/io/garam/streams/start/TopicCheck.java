package io.garam.streams.start;

import io.garam.nlu.GaramException;
import io.garam.streams.client.Brokers;
import io.garam.streams.config.GaramConfig;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Check of topics at the start: asks the brokers for them before Kafka Streams does, which would
 * wait for minutes or end with a stack trace where an address, a name or a right is missing.
 */
public final class TopicCheck {

  private static final long PAUSE_MS = 50;

  private final GaramConfig config;
  private final List<String> topics;
  private final Brokers brokers;

  /**
   * @param topics which ought to be there
   */
  public TopicCheck(GaramConfig config, Brokers brokers, List<String> topics) {
    this.config = config;
    this.topics = topics;
    this.brokers = brokers;
  }

  /**
   * Returns if all topics are there, after creating them if the configuration says so.
   *
   * @throws GaramException if the brokers do not answer in time or refuse, or a topic is missing
   */
  public void run(Admin admin) {
    List<String> missing = missing(admin);
    if (!missing.isEmpty() && config.createTopics()) {
      create(admin, missing);
      missing = awaitAll(admin);
    }
    if (!missing.isEmpty()) {
      throw new GaramException(
          "Expected the topic "
              + String.join(" and the topic ", missing)
              + " on "
              + brokers.addresses()
              + ", but "
              + (missing.size() == 1 ? "it does" : "they do")
              + " not exist; create "
              + (missing.size() == 1 ? "it" : "them")
              + ", correct the name, or run again with --create-topics.");
    }
  }

  /**
   * Returns if topics have the same number of partitions: a dialogue that goes over several is
   * remembered by the partition of its key.
   *
   * @param shared topics that share dialogues
   * @throws GaramException if they have not
   */
  public void requireEqualPartitions(Admin admin, List<String> shared) {
    Map<String, Integer> partitions = new TreeMap<>();
    admin
        .describeTopics(shared)
        .topicNameValues()
        .forEach(
            (name, found) ->
                partitions.put(
                    name, brokers.answer(found, "the topic " + name).partitions().size()));
    if (Set.copyOf(partitions.values()).size() > 1) {
      throw new GaramException(
          "Expected topics whose dialogues are followed together to have the same number of"
              + " partitions, but found "
              + partitions
              + "; make topics with equal numbers, or tag each by an application of its own.");
    }
  }

  /**
   * Returns those that are not there.
   *
   * @throws GaramException if the brokers do not answer in time or refuse
   */
  public List<String> missing(Admin admin) {
    List<String> missing = new ArrayList<>();
    admin
        .describeTopics(topics)
        .topicNameValues()
        .forEach(
            (name, found) -> {
              if (brokers
                  .answerUnless(UnknownTopicOrPartitionException.class, found, "the topic " + name)
                  .isEmpty()) {
                missing.add(name);
              }
            });
    missing.sort(Comparator.comparingInt(topics::indexOf));
    return missing;
  }

  private void create(Admin admin, List<String> names) {
    List<NewTopic> topics =
        names.stream()
            .map(
                name -> new NewTopic(name, Optional.of(config.topicPartitions()), Optional.empty()))
            .toList();
    admin
        .createTopics(topics)
        .values()
        .forEach(
            (name, created) ->
                brokers.answerUnless(TopicExistsException.class, created, "the topic " + name));
  }

  /** A topic just created is not known to every broker at once. */
  private List<String> awaitAll(Admin admin) {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(config.connectTimeoutMs());
    List<String> missing = missing(admin);
    while (!missing.isEmpty() && System.nanoTime() < deadline) {
      try {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new GaramException(
            "Expected to wait for the new topics, but was interrupted; start again.", e);
      }
      missing = missing(admin);
    }
    return missing;
  }
}
