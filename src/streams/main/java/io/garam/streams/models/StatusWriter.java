package io.garam.streams.models;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.garam.nlu.io.Json;
import io.garam.streams.client.Brokers;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.log.LogNames;
import io.garam.streams.registry.InstanceStatus;
import io.garam.streams.registry.InstanceStatus.From;
import io.garam.streams.registry.InstanceStatus.Refusal;
import io.garam.streams.registry.StatusTopic;
import io.garam.streams.settings.TaggerSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writer of a tagger's status, for {@code garam models status}. Nothing depends on it: where it
 * cannot write, it says so once.
 */
final class StatusWriter implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LogNames.MODELS);

  /** As often it is said again that the tagger is there. */
  static final Duration PERIOD = Duration.ofSeconds(10);

  /** While somebody may wait for figures of a canary. */
  private static final Duration CANARY_PERIOD = Duration.ofSeconds(2);

  private static final Duration LONGEST_END = Duration.ofSeconds(1);

  private final StatusTopic topic;
  private final String application;
  private final String instance;
  private final String name;
  private final ServingModels models;
  private @Nullable Producer<byte[], byte[]> producer;
  private volatile @Nullable Refusal refusal;
  private volatile @Nullable Refusal canaryRefusal;
  private @Nullable CanaryRun canary;
  private String since = now();
  private long said = System.nanoTime() - PERIOD.toNanos();
  private boolean failed;

  StatusWriter(GaramConfig config, String name, ServingModels models) {
    this.topic = StatusTopic.of(config);
    this.application = config.getString(StreamsConfig.APPLICATION_ID_CONFIG);
    this.instance = UUID.randomUUID().toString().substring(0, 8);
    this.name = name;
    this.models = models;
    Brokers brokers = new TaggerSettings(config).brokers();
    Map<String, Object> properties = brokers.producerProperties();
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 1_000);
    properties.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
    try {
      producer =
          new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    } catch (KafkaException e) {
      fail(e);
    }
  }

  boolean refuses() {
    return refusal != null || canaryRefusal != null;
  }

  void refuse(@Nullable Refusal active, @Nullable Refusal ofCanary) {
    if (!Objects.equals(active, refusal) || !Objects.equals(ofCanary, canaryRefusal)) {
      refusal = active;
      canaryRefusal = ofCanary;
      say();
    }
  }

  /** Says from now on what is seen of a canary, null where none runs. */
  void canary(@Nullable CanaryRun run) {
    canary = run;
    say();
  }

  void activated() {
    since = now();
    say();
  }

  void sayIfDue() {
    if (System.nanoTime() - said >= (canary == null ? PERIOD : CANARY_PERIOD).toNanos()) {
      say();
    }
  }

  private void say() {
    said = System.nanoTime();
    Map<String, From> partitions = new TreeMap<>();
    models
        .since()
        .forEach(
            (partition, from) ->
                partitions.put(partition.toString(), new From(from.digest(), from.offset())));
    send(
        new InstanceStatus(
            application,
            instance,
            name,
            models.classifier().model().digest(),
            since,
            partitions,
            refusal,
            canaryRefusal,
            canary == null ? null : canary.status(),
            now()));
  }

  private void send(@Nullable InstanceStatus status) {
    Producer<byte[], byte[]> sending = producer;
    if (sending == null) {
      return;
    }
    try {
      byte[] key = (application + "/" + instance).getBytes(UTF_8);
      byte[] value = status == null ? null : Json.MAPPER.writeValueAsBytes(status);
      var unused =
          sending.send(
              new ProducerRecord<>(topic.name(), key, value),
              (metadata, failure) -> {
                if (failure != null) {
                  fail(failure);
                }
              });
    } catch (KafkaException | JsonProcessingException e) {
      fail(e);
    }
  }

  private synchronized void fail(Exception cause) {
    if (!failed) {
      failed = true;
      log.warn(
          "What model this tagger runs cannot be written to {}, and garam models status does not"
              + " show it. {}",
          topic.name(),
          topic.brokers().failure(cause, "the topic " + topic.name()).getMessage());
    }
  }

  private static String now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
  }

  /** Says that the tagger is gone. */
  @Override
  public void close() {
    send(null);
    if (producer != null) {
      producer.close(LONGEST_END);
    }
  }
}
