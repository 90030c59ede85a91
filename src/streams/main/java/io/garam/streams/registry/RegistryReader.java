package io.garam.streams.registry;

import io.garam.nlu.GaramException;
import io.garam.streams.client.Right;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;

/** Reader of the registry, from its first statement on. Not safe for many threads. */
public final class RegistryReader implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);

  private final RegistryTopic topic;
  private final Consumer<byte[], byte[]> consumer;
  private final RegistryContent content = new RegistryContent();

  private RegistryReader(RegistryTopic topic) {
    this.topic = topic;
    this.consumer = topic.brokers().reader();
    consumer.assign(List.of(topic.statements()));
  }

  /**
   * Connects and reads all that is said until now.
   *
   * @throws GaramException if there is no such topic, a right is missing, or the brokers do not
   *     answer in time
   */
  public static RegistryReader open(RegistryTopic topic) {
    topic.require();
    RegistryReader reader = new RegistryReader(topic);
    try {
      reader.toEnd();
      return reader;
    } catch (RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  /** Reads all that is said now, and returns what that makes. */
  public static RegistryContent read(RegistryTopic topic) {
    try (RegistryReader reader = open(topic)) {
      return reader.content();
    }
  }

  /** Returns what was said until the last look. */
  public RegistryContent content() {
    return content;
  }

  /**
   * Waits for more to be said.
   *
   * @return whether something was
   * @throws GaramException if the brokers refuse
   */
  public boolean next(Duration longest) {
    ConsumerRecords<byte[], byte[]> records = asked(() -> consumer.poll(longest));
    records.forEach(content::apply);
    return !records.isEmpty();
  }

  private void toEnd() {
    TopicPartition statements = topic.statements();
    long end = end(consumer, statements);
    long deadline = deadline();
    while (asked(() -> consumer.position(statements)) < end) {
      if (next(POLL)) {
        deadline = deadline();
      }
      requireTime(deadline);
    }
  }

  /**
   * Reads the chunks of a bundle.
   *
   * @param chunks to collect them in
   * @throws GaramException if the brokers do not answer in time, or refuse
   */
  void read(PushedBundle bundle, Chunks chunks) {
    TopicPartition partition = topic.chunks();
    try (Consumer<byte[], byte[]> own = topic.brokers().reader()) {
      own.assign(List.of(partition));
      long end = end(own, partition);
      own.seek(partition, Math.max(0, Math.min(bundle.from(), end)));
      long deadline = deadline();
      while (!chunks.areComplete() && asked(() -> own.position(partition)) < end) {
        for (ConsumerRecord<byte[], byte[]> record : asked(() -> own.poll(POLL))) {
          chunks.take(record.key(), record.value());
          deadline = deadline();
        }
        requireTime(deadline);
      }
    }
  }

  private long end(Consumer<byte[], byte[]> asking, TopicPartition partition) {
    Map<TopicPartition, Long> ends = asked(() -> asking.endOffsets(List.of(partition)));
    return Objects.requireNonNull(ends.get(partition), "the end of a partition");
  }

  private long deadline() {
    return System.nanoTime() + Duration.ofMillis(topic.brokers().timeoutMs()).toNanos();
  }

  private void requireTime(long deadline) {
    if (System.nanoTime() > deadline) {
      throw new GaramException(
          "Expected to read the registry of models in the topic "
              + topic.name()
              + " on "
              + topic.brokers().addresses()
              + ", but nothing came for "
              + topic.brokers().timeoutMs()
              + " ms; see whether the brokers are well, and try again.");
    }
  }

  private <T> T asked(Supplier<T> question) {
    try {
      return question.get();
    } catch (KafkaException e) {
      throw topic.brokers().failure(e, Right.topic(AclOperation.READ, topic.name()));
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
