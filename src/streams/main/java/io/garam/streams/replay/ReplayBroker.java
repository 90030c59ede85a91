package io.garam.streams.replay;

import io.garam.nlu.GaramException;
import io.garam.streams.client.Brokers;
import io.garam.streams.client.OffsetRange;
import io.garam.streams.client.TopicReader;
import io.garam.streams.log.LogNames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a replay keeps on the brokers beside its answers: topics, groups and their offsets. */
final class ReplayBroker implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LogNames.REPLAY);
  private static final Duration PAUSE = Duration.ofMillis(200);

  /** How long an instance that has just ended may take to leave its group. */
  private static final Duration LEAVING = Duration.ofSeconds(10);

  private final Brokers brokers;
  private final Admin admin;

  ReplayBroker(Brokers brokers) {
    this.brokers = brokers;
    this.admin = brokers.admin();
  }

  /** Says whether a topic exists. */
  boolean exists(String topic) {
    return brokers
        .answerUnless(
            UnknownTopicOrPartitionException.class,
            admin.describeTopics(List.of(topic)).allTopicNames(),
            "the topic " + topic)
        .isPresent();
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
      pause();
    }
    while (!exists(topic)) {
      pause();
    }
  }

  private boolean created(NewTopic topic, boolean mayWait) {
    try {
      brokers.answer(admin.createTopics(List.of(topic)).all(), "the topic " + topic.name());
      return true;
    } catch (GaramException e) {
      if (mayWait && e.getCause() instanceof TopicExistsException) {
        return false;
      }
      throw e;
    }
  }

  /** Writes the only record of a topic. */
  void write(String topic, byte[] value) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            brokers.producerProperties(), new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic, value)).get();
    } catch (ExecutionException e) {
      throw brokers.failure(e.getCause() == null ? e : e.getCause(), "the topic " + topic);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /**
   * Returns what {@link #write} wrote, empty if there is no such topic or nothing in it. Others may
   * write to it, also a record without a value: then there is nothing either.
   */
  Optional<byte[]> read(String topic) {
    if (!exists(topic)) {
      return Optional.empty();
    }
    List<byte @Nullable []> values = new ArrayList<>();
    try (TopicReader reader = new TopicReader(brokers)) {
      reader.read(reader.whole(topic), record -> values.add(record.value()));
    }
    return values.isEmpty() ? Optional.empty() : Optional.ofNullable(values.get(values.size() - 1));
  }

  /** Returns how many instances are at work in a group. */
  int members(String group) {
    return brokers.members(admin, group);
  }

  /** Returns how far a group has come, for the partitions where it has begun. */
  Map<TopicPartition, Long> committed(String group) {
    return brokers.committed(admin, group, true);
  }

  /** Lets a group in which nobody is at work go on from where ranges begin. */
  void commit(String group, List<OffsetRange> ranges) {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    ranges.forEach(range -> offsets.put(range.partition(), new OffsetAndMetadata(range.from())));
    brokers.answer(admin.alterConsumerGroupOffsets(group, offsets).all(), "the group " + group);
  }

  /**
   * Waits until all that was written to a topic is committed or aborted. A transaction's offsets
   * can be seen a moment before its records; one that a killed instance has left open ends when it
   * times out.
   */
  void awaitSettled(List<TopicPartition> partitions) {
    while (!ends(partitions, IsolationLevel.READ_COMMITTED)
        .equals(ends(partitions, IsolationLevel.READ_UNCOMMITTED))) {
      pause();
    }
  }

  private Map<TopicPartition, Long> ends(List<TopicPartition> partitions, IsolationLevel level) {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    partitions.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
    Map<TopicPartition, Long> ends = new HashMap<>();
    brokers
        .answer(
            admin.listOffsets(latest, new ListOffsetsOptions(level)).all(),
            "the topic " + partitions.get(0).topic())
        .forEach((partition, end) -> ends.put(partition, end.offset()));
    return ends;
  }

  /** Deletes topics where they exist, and returns when they are gone. */
  void deleteTopics(List<String> topics) {
    admin
        .deleteTopics(topics)
        .topicNameValues()
        .forEach(
            (topic, deleted) ->
                brokers.answerUnless(
                    UnknownTopicOrPartitionException.class, deleted, "the topic " + topic));
  }

  /** Deletes groups where they exist. */
  void deleteGroups(List<String> groups) {
    for (String group : groups) {
      long deadline = System.nanoTime() + LEAVING.toNanos();
      while (!deleted(group)) {
        if (System.nanoTime() > deadline) {
          log.warn("The group {} still has members and stays; it holds only offsets.", group);
          break;
        }
        pause();
      }
    }
  }

  private boolean deleted(String group) {
    try {
      brokers.answerUnless(
          GroupIdNotFoundException.class,
          admin.deleteConsumerGroups(List.of(group)).all(),
          "the group " + group);
      return true;
    } catch (GaramException e) {
      if (e.getCause() instanceof GroupNotEmptyException) {
        return false;
      }
      throw e;
    }
  }

  static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static GaramException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new GaramException("Expected an answer of the brokers, but was interrupted.", e);
  }

  @Override
  public void close() {
    admin.close();
  }
}
