package io.garam.streams.refusal;

import io.garam.streams.clock.MonotonicTime;
import io.garam.streams.limits.LimitsWatch;
import io.garam.streams.limits.RecordError;
import io.garam.streams.limits.RecordSize;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Producer that notes the first record that the brokers refuse. What it aborts because of it
 * carries the same error, and is not to blame.
 */
final class NotingProducer extends KafkaProducer<byte[], byte[]> {

  private final int batchSize;
  private final RefusedRecords refused;
  private final LimitsWatch limits;
  private final AtomicBoolean noted = new AtomicBoolean();

  NotingProducer(Map<String, Object> config, RefusedRecords refused, LimitsWatch limits) {
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
