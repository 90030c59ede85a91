package io.garam.streams.limits;

import io.garam.streams.client.Brokers;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Limits of the topics that a tagger writes, kept current: as they are when it starts, and again
 * whenever {@link #read} is called; and where the brokers do not tell them, by what they refuse.
 * Safe for many threads.
 */
public final class LimitsWatch implements Supplier<OutputLimits> {

  /** For so long what was refused counts as refused: a topic's setting may have been raised. */
  static final Duration MEMORY = Duration.ofMinutes(10);

  private final TopicLimitsReader reader;
  private final LongSupplier clock;
  private volatile OutputLimits limits;
  private volatile boolean learned;
  private volatile long learnedSince;

  /**
   * @param unknown what holds as long as the brokers have said nothing
   * @param clock nanoseconds since any moment
   */
  public LimitsWatch(Brokers brokers, OutputLimits unknown, LongSupplier clock) {
    this.reader = new TopicLimitsReader(brokers);
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
    Map<String, TopicLimits> found = reader.read(limits.topics());
    synchronized (this) {
      limits = limits.with(topic -> found.getOrDefault(topic.topic(), topic));
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
        yield before.withSize(new SentSize(size.uncompressed(), size.compressed(limits.sentAs())));
      }
      case TIME -> before.withTime(record.timestamp(), error.getMessage(), sent, answered);
      case KEY -> before.withoutKey();
      case OTHER -> before;
    };
  }
}
