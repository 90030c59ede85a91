package io.garam.streams.client;

import io.garam.nlu.GaramException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Access to the brokers beside the stream itself: admin client and consumers with a time limit, and
 * a sentence for each way in which they may not answer.
 */
public final class Brokers {

  private final StreamsConfig config;
  private final int timeoutMs;

  /**
   * @param streamsProperties what Kafka Streams is told, of which clients take their part
   * @param timeoutMs how long an answer may take, in milliseconds
   */
  public Brokers(Map<String, Object> streamsProperties, int timeoutMs) {
    this.config = new StreamsConfig(streamsProperties);
    this.timeoutMs = timeoutMs;
  }

  /** Returns the brokers' addresses as given. */
  public String addresses() {
    return String.join(",", config.getList(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG));
  }

  /** Returns how long an answer may take, in milliseconds. */
  public int timeoutMs() {
    return timeoutMs;
  }

  /**
   * Connects, for questions about topics and groups.
   *
   * @throws GaramException if an address or a security setting does not do
   */
  public Admin admin() {
    Map<String, Object> properties = new HashMap<>(config.getAdminConfigs("garam"));
    properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, timeoutMs);
    properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, timeoutMs);
    try {
      return Admin.create(properties);
    } catch (KafkaException e) {
      throw unusable(e);
    }
  }

  /**
   * Connects, to read what is committed. The reader belongs to no group and commits nothing.
   *
   * @throws GaramException if an address or a security setting does not do
   */
  public Consumer<byte[], byte[]> reader() {
    Map<String, Object> properties = new HashMap<>(config.getRestoreConsumerConfigs("garam"));
    properties.remove(CommonClientConfigs.GROUP_ID_CONFIG);
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    // To ask for a topic must not make it.
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, timeoutMs);
    properties.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, timeoutMs);
    try {
      return new KafkaConsumer<>(
          properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    } catch (KafkaException e) {
      throw unusable(e);
    }
  }

  /** Returns settings for a producer, without its serializers. */
  public Map<String, Object> producerProperties() {
    return new HashMap<>(config.getProducerConfigs("garam"));
  }

  /**
   * Returns how far a group has come, for the partitions where it has begun.
   *
   * @param settled whether to wait for the outcome of a transaction that is still open, as who goes
   *     on from there does
   * @throws GaramException if the brokers do not answer
   */
  public Map<TopicPartition, Long> committed(Admin admin, String group, boolean settled) {
    Map<TopicPartition, Long> offsets = new HashMap<>();
    answer(
            admin
                .listConsumerGroupOffsets(
                    group, new ListConsumerGroupOffsetsOptions().requireStable(settled))
                .partitionsToOffsetAndMetadata(),
            Right.group(settled ? AclOperation.READ : AclOperation.DESCRIBE, group))
        .forEach(
            (partition, found) -> {
              if (found != null) {
                offsets.put(partition, found.offset());
              }
            });
    return offsets;
  }

  /** Returns how many instances are at work in a group. */
  public int members(Admin admin, String group) {
    return new ConsumerGroups(this, admin)
        .find(group, AclOperation.READ)
        .map(found -> found.members().size())
        .orElse(0);
  }

  private GaramException unusable(KafkaException cause) {
    return new GaramException(
        "Expected to connect to Kafka at "
            + addresses()
            + ", but the address or the security settings do not do ("
            + new Causes(cause).root().getMessage()
            + "); correct them.",
        cause);
  }

  /**
   * Waits for an answer.
   *
   * @param subject what was asked about, such as "the topic utterances"
   * @throws GaramException if the brokers do not answer in time, or refuse
   */
  public <T> T answer(KafkaFuture<T> future, String subject) {
    return answer(future, subject, cause -> failure(cause, subject));
  }

  /**
   * Waits for an answer.
   *
   * @param needed the right without which there is none
   * @throws GaramException if the brokers do not answer in time, or refuse
   */
  public <T> T answer(KafkaFuture<T> future, Right needed) {
    return answer(future, needed.subject(), cause -> failure(cause, needed));
  }

  private <T> T answer(
      KafkaFuture<T> future, String subject, Function<Throwable, GaramException> failure) {
    try {
      return future.get(timeoutMs, TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw failure.apply(e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      throw failure.apply(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GaramException(
          "Expected an answer of the brokers about "
              + subject
              + ", but was interrupted; start again.",
          e);
    }
  }

  /**
   * Waits for an answer that may be a certain error.
   *
   * @return nothing where the brokers answered with {@code expected}, or said nothing but yes
   * @throws GaramException if the brokers do not answer in time, or refuse
   */
  public <T> Optional<T> answerUnless(
      Class<? extends Exception> expected, KafkaFuture<T> future, String subject) {
    return unless(expected, () -> answer(future, subject));
  }

  /**
   * Waits for an answer that may be a certain error.
   *
   * @param needed the right without which there is none
   * @return nothing where the brokers answered with {@code expected}, or said nothing but yes
   * @throws GaramException if the brokers do not answer in time, or refuse
   */
  public <T> Optional<T> answerUnless(
      Class<? extends Exception> expected, KafkaFuture<T> future, Right needed) {
    return unless(expected, () -> answer(future, needed));
  }

  private static <T> Optional<T> unless(Class<? extends Exception> expected, Supplier<T> answer) {
    try {
      return Optional.ofNullable(answer.get());
    } catch (GaramException e) {
      if (expected.isInstance(e.getCause())) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /**
   * Returns a sentence for what went wrong.
   *
   * @param subject what was asked about, such as "the topic utterances"
   */
  public GaramException failure(Throwable cause, String subject) {
    return failure().of(cause, subject);
  }

  /** Returns a sentence for what went wrong, which names the right if that is what is missing. */
  public GaramException failure(Throwable cause, Right needed) {
    return failure().of(cause, needed);
  }

  private BrokerFailure failure() {
    Object protocol =
        config
            .getAdminConfigs("garam")
            .getOrDefault(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, "PLAINTEXT");
    return new BrokerFailure(
        addresses(),
        timeoutMs,
        new SilentBrokers(
            config.getList(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG), String.valueOf(protocol)));
  }
}
