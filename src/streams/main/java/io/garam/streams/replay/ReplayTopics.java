package io.garam.streams.replay;

import io.garam.nlu.GaramException;
import io.garam.streams.client.Brokers;
import io.garam.streams.client.Right;
import io.garam.streams.client.Rights;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Topics of a replay: made before it, and deleted after it. */
record ReplayTopics(Brokers brokers, Admin admin) {

  /** Returns all topics of the brokers, not only those of a replay. */
  Set<String> names() {
    return brokers.answer(admin.listTopics().names(), "the list of topics");
  }

  boolean exists(String topic) {
    return brokers
        .answerUnless(
            UnknownTopicOrPartitionException.class,
            admin.describeTopics(List.of(topic)).allTopicNames(),
            Right.topic(AclOperation.DESCRIBE, topic))
        .isPresent();
  }

  /**
   * Returns if no right to a topic is missing, or there is no such topic.
   *
   * @throws GaramException if one is missing
   */
  void require(String topic, AclOperation... needed) {
    new Rights(brokers).requireTopic(admin, topic, List.of(needed));
  }

  /**
   * Creates a topic that keeps its records however old they are: an answer has the time of its
   * event, and a broker soon deletes what looks older than its default retention.
   */
  void create(String topic, int partitions) {
    NewTopic wanted =
        new NewTopic(topic, Optional.of(partitions), Optional.empty())
            .configs(
                Map.of(
                    TopicConfig.RETENTION_MS_CONFIG,
                    "-1",
                    TopicConfig.RETENTION_BYTES_CONFIG,
                    "-1"));
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(brokers.timeoutMs());
    // A topic deleted a moment ago may still be in the way.
    while (!created(wanted, System.nanoTime() < deadline)) {
      PollInterval.await();
    }
    while (!exists(topic)) {
      PollInterval.await();
    }
  }

  private boolean created(NewTopic topic, boolean mayWait) {
    try {
      brokers.answer(
          admin.createTopics(List.of(topic)).all(), Right.topic(AclOperation.CREATE, topic.name()));
      return true;
    } catch (GaramException e) {
      if (mayWait && e.getCause() instanceof TopicExistsException) {
        return false;
      }
      throw e;
    }
  }

  /**
   * Waits until all that was written to a topic is committed or aborted. A transaction's offsets
   * can be seen a moment before its records; one that a killed instance has left open ends when it
   * times out.
   */
  void awaitSettled(List<TopicPartition> partitions) {
    while (!ends(partitions, IsolationLevel.READ_COMMITTED)
        .equals(ends(partitions, IsolationLevel.READ_UNCOMMITTED))) {
      PollInterval.await();
    }
  }

  private Map<TopicPartition, Long> ends(List<TopicPartition> partitions, IsolationLevel level) {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    partitions.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
    Map<TopicPartition, Long> ends = new HashMap<>();
    brokers
        .answer(
            admin.listOffsets(latest, new ListOffsetsOptions(level)).all(),
            Right.topic(AclOperation.READ, partitions.get(0).topic()))
        .forEach((partition, end) -> ends.put(partition, end.offset()));
    return ends;
  }

  /** Deletes topics where they exist, and returns when they are gone. */
  void delete(List<String> topics) {
    admin
        .deleteTopics(topics)
        .topicNameValues()
        .forEach(
            (topic, deleted) ->
                brokers.answerUnless(
                    UnknownTopicOrPartitionException.class,
                    deleted,
                    Right.topic(AclOperation.DELETE, topic)));
  }
}
