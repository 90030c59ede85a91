package io.garam.streams.refusal;

import io.garam.streams.limits.LimitsWatch;
import io.garam.streams.limits.RecordError;
import io.garam.streams.limits.RecordSize;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.processor.internals.DefaultKafkaClientSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Client supplier of a tagger: makes the clients that Kafka Streams asks for. The producer notes
 * which event each record was sent for: Kafka Streams' own handler of production errors is told
 * whichever event is processed when the answer comes, which is another.
 *
 * <p>The class that it extends is not API, but under the group protocol {@code streams} Kafka
 * Streams (4.3.1) takes no other supplier.
 */
public final class TaggerClients extends DefaultKafkaClientSupplier {

  private final RefusedRecords refused;
  private final LimitsWatch limits;
  private final PollSize pollSize;
  private final Set<String> topics;
  private final int maxEventBytes;

  /**
   * @param limits learns from what the brokers refuse
   * @param topics where events come from
   * @param maxEventBytes the largest event that is read
   */
  public TaggerClients(
      RefusedRecords refused,
      LimitsWatch limits,
      PollSize pollSize,
      Set<String> topics,
      int maxEventBytes) {
    this.refused = refused;
    this.limits = limits;
    this.pollSize = pollSize;
    this.topics = Set.copyOf(topics);
    this.maxEventBytes = maxEventBytes;
  }

  @Override
  public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
    return new NotingProducer(
        withBatchesBelow(limits.get().largestBatch(), config), refused, limits);
  }

  /**
   * Batches larger than a segment are refused whole, and the producer does not split them. One
   * larger than all the producer's memory is never begun.
   */
  static Map<String, Object> withBatchesBelow(int most, Map<String, Object> config) {
    Map<String, Object> changed = new HashMap<>(config);
    long memory = number(config, ProducerConfig.BUFFER_MEMORY_CONFIG);
    long size = number(config, ProducerConfig.BATCH_SIZE_CONFIG);
    changed.put(ProducerConfig.BATCH_SIZE_CONFIG, (int) Math.min(size, Math.min(most, memory)));
    return changed;
  }

  private static long number(Map<String, Object> config, String key) {
    Object unset = ProducerConfig.configDef().defaultValues().get(key);
    return Long.parseLong(String.valueOf(config.getOrDefault(key, unset)).trim());
  }

  @Override
  public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
    Map<String, Object> changed = new HashMap<>(config);
    OptionalInt limit = pollSize.limit();
    limit.ifPresent(most -> changed.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, most));
    return new TaggerConsumer(
        changed, new CutDeserializer(topics, maxEventBytes), limit.isPresent() ? pollSize : null);
  }

  /**
   * Leaves its group when it ends, unless it has a fixed identity. Kafka Streams lets the consumer
   * of a thread that it replaces stay, and until its session times out, after 45 s, nobody reads
   * its partitions.
   *
   * <p>Where it was to take fewer records from a poll, it ends once that is over, since Kafka's
   * consumer cannot be told to take more; the thread's next one does.
   */
  private static final class TaggerConsumer extends KafkaConsumer<byte[], byte[]> {

    private final boolean fixed;
    private final @Nullable PollSize limited;

    /**
     * @param limited what has made its polls smaller, null if nothing
     */
    TaggerConsumer(Map<String, Object> config, CutDeserializer values, @Nullable PollSize limited) {
      super(config, new ByteArrayDeserializer(), values);
      this.fixed = config.containsKey(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
      this.limited = limited;
    }

    @Override
    public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
      if (limited != null && limited.limit().isEmpty()) {
        throw new PollSize.Restored();
      }
      return super.poll(timeout);
    }

    @Override
    public void close(CloseOptions options) {
      super.close(
          fixed
              ? options
              : options.withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
    }
  }

  /**
   * Notes the first record that the brokers refuse. What the producer aborts because of it carries
   * the same error, and is not to blame.
   */
  private static final class NotingProducer extends KafkaProducer<byte[], byte[]> {

    private final int batchSize;
    private final RefusedRecords refused;
    private final LimitsWatch limits;
    private final AtomicBoolean noted = new AtomicBoolean();

    NotingProducer(Map<String, Object> config, RefusedRecords refused, LimitsWatch limits) {
      super(config, new ByteArraySerializer(), new ByteArraySerializer());
      this.batchSize =
          (Integer) Objects.requireNonNull(config.get(ProducerConfig.BATCH_SIZE_CONFIG));
      this.refused = refused;
      this.limits = limits;
    }

    @Override
    public Future<RecordMetadata> send(
        ProducerRecord<byte[], byte[]> record, @Nullable Callback callback) {
      var source = refused.processed();
      long sentAt = System.currentTimeMillis();
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
      limits.refused(record, error, sentAt, System.currentTimeMillis());
      refused.refused(source, record, error);
    }
  }
}
