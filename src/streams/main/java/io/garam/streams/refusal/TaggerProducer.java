package io.garam.streams.refusal;

import io.garam.streams.clock.MonotonicTime;
import io.garam.streams.limits.LimitsWatch;
import io.garam.streams.limits.RecordError;
import io.garam.streams.limits.RecordSize;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Producer that notes the first record that the brokers refuse, and leaves no commit half done.
 * What it aborts because of a refusal carries the same error, and is not to blame.
 */
final class TaggerProducer extends KafkaProducer<byte[], byte[]> {

  private final int batchSize;
  private final RefusedRecords refused;
  private final LimitsWatch limits;
  private final AtomicBoolean noted = new AtomicBoolean();

  TaggerProducer(Map<String, Object> config, RefusedRecords refused, LimitsWatch limits) {
    super(config, new ByteArraySerializer(), new ByteArraySerializer());
    this.batchSize = (Integer) Objects.requireNonNull(config.get(ProducerConfig.BATCH_SIZE_CONFIG));
    this.refused = refused;
    this.limits = limits;
  }

  @Override
  public Future<RecordMetadata> send(
      ProducerRecord<byte[], byte[]> record, @Nullable Callback callback) {
    var source = refused.processed();
    long sentAt = MonotonicTime.SYSTEM.milliseconds();
    return super.send(
        record,
        (sent, error) -> {
          if (error != null
              && RecordError.of(error).isPresent()
              && noted.compareAndSet(false, true)) {
            note(source, record, error, sentAt);
          }
          if (callback != null) {
            callback.onCompletion(sent, error);
          }
        });
  }

  @Override
  public void sendOffsetsToTransaction(
      Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata group) {
    inTimeOrFenced(() -> super.sendOffsetsToTransaction(offsets, group));
  }

  @Override
  public void commitTransaction() {
    inTimeOrFenced(super::commitTransaction);
  }

  /**
   * Takes a step of a commit, and has a thread whose step times out lose its tasks as one that is
   * fenced: its next producer settles the transaction before anything is restored. Kafka Streams
   * (4.3.1) takes the tasks for corrupted otherwise. It commits what they have written without
   * offsets that came too late, and restores their state before it is known what became of the
   * transaction.
   *
   * @throws InvalidProducerEpochException instead of a timeout
   */
  static void inTimeOrFenced(Runnable step) {
    try {
      step.run();
    } catch (TimeoutException e) {
      throw (InvalidProducerEpochException)
          new InvalidProducerEpochException(
                  "The brokers did not answer a commit in time ("
                      + e.getMessage()
                      + "); what was not committed is read again.")
              .initCause(e);
    }
  }

  /** A batch is larger than its producer makes them only where its first record alone is. */
  private void note(
      org.apache.kafka.streams.processor.api.@Nullable RecordMetadata source,
      ProducerRecord<byte[], byte[]> record,
      Exception error,
      long sentAt) {
    if (error instanceof RecordBatchTooLargeException
        && RecordSize.of(record.key(), record.value(), record.headers()) < batchSize) {
      limits.refusedBatch(record.topic(), batchSize);
      refused.refused(null, record, error);
      return;
    }
    limits.refused(record, error, sentAt, MonotonicTime.SYSTEM.milliseconds());
    refused.refused(source, record, error);
  }
}
