package io.garam.streams.refusal;

import io.garam.streams.limits.LimitsWatch;
import io.garam.streams.refusal.LiveConsumers.LiveConsumer;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.processor.internals.DefaultKafkaClientSupplier;

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
  private final LiveConsumers consumers = new LiveConsumers();

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
    return new TaggerProducer(
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
        changed,
        new CutDeserializer(topics, maxEventBytes),
        consumers,
        limit.isPresent() ? pollSize : null);
  }

  @Override
  public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> config) {
    return new LiveConsumer(config, new ByteArrayDeserializer(), consumers);
  }

  /**
   * Has all stream threads end and be replaced, and with them their clients, by which what is
   * uncommitted is read again.
   */
  public void renew() {
    consumers.wake();
  }
}
