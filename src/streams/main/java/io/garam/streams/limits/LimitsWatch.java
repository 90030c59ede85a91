package io.garam.streams.limits;

import io.garam.nlu.GaramException;
import io.garam.streams.client.Brokers;
import io.garam.streams.log.LogNames;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Limits of the topics that a tagger writes, kept current: as they are when it starts, and again
 * whenever {@link #read} is called; and where the brokers do not tell them, by what they refuse.
 * Safe for many threads.
 */
public final class LimitsWatch implements Supplier<OutputLimits> {

  /** For so long what was refused counts as refused: a topic's setting may have been raised. */
  static final Duration MEMORY = Duration.ofMinutes(10);

  private static final Logger log = LoggerFactory.getLogger(LogNames.TAGGER);

  private final Brokers brokers;
  private final LongSupplier clock;
  private volatile OutputLimits limits;
  private volatile boolean learned;
  private volatile long learnedSince;

  /**
   * @param unknown what holds as long as the brokers have said nothing
   * @param clock nanoseconds since any moment
   */
  public LimitsWatch(Brokers brokers, OutputLimits unknown, LongSupplier clock) {
    this.brokers = brokers;
    this.limits = unknown;
    this.clock = clock;
  }

  @Override
  public OutputLimits get() {
    if (learned && clock.getAsLong() - learnedSince >= MEMORY.toNanos()) {
      forget();
    }
    return limits;
  }

  private synchronized void forget() {
    limits = limits.with(topic -> topic.with(LearnedLimits.NONE));
    learned = false;
  }

  /**
   * Asks the brokers, and forgets what a topic has refused where they answer. Where they do not,
   * since the right to describe a topic's configuration is missing, what was known holds.
   */
  public void read() {
    Map<String, TopicLimits> found = new HashMap<>();
    try (Admin admin = brokers.admin()) {
      admin
          .describeConfigs(
              topics().map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic)).toList())
          .values()
          .forEach((resource, answer) -> read(resource.name(), answer, found));
    } catch (GaramException e) {
      log.info("The limits of topics are not known: {}", e.getMessage());
    }
    synchronized (this) {
      limits = limits.with(topic -> found.getOrDefault(topic.topic(), topic));
    }
  }

  private Stream<String> topics() {
    return Stream.of(limits.output(), limits.deadLetters(), limits.changelog())
        .map(TopicLimits::topic)
        .filter(topic -> !topic.isEmpty());
  }

  private void read(String topic, KafkaFuture<Config> answer, Map<String, TopicLimits> found) {
    try {
      brokers
          .answerUnless(
              UnknownTopicOrPartitionException.class, answer, "the configuration of " + topic)
          .ifPresent(config -> found.put(topic, TopicLimits.of(topic, config)));
    } catch (GaramException e) {
      log.info(
          "The limits of the topic {} are not known, so the first record that it refuses of a kind"
              + " costs a transaction: {}",
          topic,
          e.getMessage());
    }
  }

  /**
   * Learns from a record that the brokers refused.
   *
   * @param sent when it was sent, in milliseconds
   * @param answered when they answered, in milliseconds
   */
  public void refused(
      ProducerRecord<byte[], byte[]> record, Exception error, long sent, long answered) {
    learn(record.topic(), before -> learned(before, record, error, sent, answered));
  }

  /**
   * Learns from a batch that is larger than a segment, and not because of one record.
   *
   * @param batchSize up to how many bytes the producer puts records into one batch
   */
  public void refusedBatch(String topic, int batchSize) {
    learn(topic, before -> before.withBatch(batchSize));
  }

  private synchronized void learn(String refusing, UnaryOperator<LearnedLimits> change) {
    limits =
        limits.with(
            topic ->
                topic.topic().equals(refusing) ? topic.with(change.apply(topic.learned())) : topic);
    learnedSince = clock.getAsLong();
    learned = true;
  }

  private LearnedLimits learned(
      LearnedLimits before,
      ProducerRecord<byte[], byte[]> record,
      Exception error,
      long sent,
      long answered) {
    return switch (RecordError.of(error).orElse(RecordError.OTHER)) {
      case SIZE -> {
        BatchSize size = new BatchSize(record.key(), record.value(), record.headers());
        yield before.withSize(
            new LearnedLimits.Size(size.uncompressed(), size.compressed(limits.sentAs())));
      }
      case TIME -> before.withTime(record.timestamp(), error.getMessage(), sent, answered);
      case KEY -> before.withoutKey();
      case OTHER -> before;
    };
  }
}
