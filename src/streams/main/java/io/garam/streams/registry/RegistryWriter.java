package io.garam.streams.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.garam.nlu.GaramException;
import io.garam.nlu.bundle.ModelBundle;
import io.garam.streams.client.Right;
import io.garam.streams.registry.Rollout.Action;
import io.garam.streams.registry.Rollout.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writer of the registry. Each statement is there for all once a method has returned, and what it
 * speaks of was there before.
 */
public final class RegistryWriter implements AutoCloseable {

  private final RegistryTopic topic;
  private final Producer<byte[], byte[]> producer;

  private RegistryWriter(RegistryTopic topic, Producer<byte[], byte[]> producer) {
    this.topic = topic;
    this.producer = producer;
  }

  /**
   * Connects.
   *
   * @throws GaramException if there is no such topic, it would lose what is written, or the brokers
   *     do not answer
   */
  public static RegistryWriter open(RegistryTopic topic) {
    topic.require();
    topic.requireCompacted();
    Map<String, Object> properties = topic.brokers().producerProperties();
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, topic.brokers().timeoutMs());
    properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, topic.brokers().timeoutMs());
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, topic.brokers().timeoutMs());
    properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    try {
      return new RegistryWriter(
          topic,
          new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer()));
    } catch (KafkaException e) {
      throw failure(topic, e);
    }
  }

  /**
   * Returns how many chunks a push writes.
   *
   * @param bundle read from its folder, and so verified
   */
  public static int chunks(ModelBundle bundle) {
    return BundleFiles.read(bundle.folder()).values().stream()
        .mapToInt(content -> BundleFiles.chunks(content).size())
        .sum();
  }

  /**
   * Writes a bundle.
   *
   * @param bundle read from its folder, and so verified
   * @param name under which it is known from then on
   * @param progress told of each chunk that is written
   * @throws GaramException if the brokers do not answer, or refuse
   */
  public PushedBundle push(ModelBundle bundle, String name, IntConsumer progress) {
    String digest = bundle.spec().reference().digest();
    Map<String, byte[]> files = BundleFiles.read(bundle.folder());
    long from = Long.MAX_VALUE;
    List<PushedFile> pushed = new ArrayList<>();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      List<byte[]> chunks = BundleFiles.chunks(file.getValue());
      for (byte[] chunk : chunks) {
        String key = BundleFiles.key(BundleFiles.sha256(chunk));
        from = Math.min(from, write(topic.chunks(), key, chunk));
        progress.accept(1);
      }
      pushed.add(BundleFiles.described(file.getKey(), file.getValue()));
    }
    PushedBundle statement =
        new PushedBundle(
            name, bundle.spec().reference().version(), digest, now(), user(), from, pushed);
    say(RegistryContent.key(statement), RegistryContent.bytes(statement));
    return statement;
  }

  /**
   * Makes a bundle the one that is active under its name, for all keys: a canary has none any more.
   *
   * @param content the registry as it was read a moment ago
   * @param reason in a sentence, for the roll-out that ends with it
   */
  public Activation activate(RegistryContent content, PushedBundle bundle, String reason) {
    Activation next =
        content
            .activation(bundle.name())
            .map(active -> active.next(bundle.digest(), now(), user()))
            .orElseGet(
                () -> new Activation(bundle.name(), bundle.digest(), now(), user(), List.of()));
    say(RegistryContent.activationKey(next.name()), RegistryContent.bytes(next));
    Canary canary = content.rollout(next.name()).canary();
    if (canary != null && canary.hasEnded(Instant.now())) {
      takeBack(content, next.name(), canary, "It had ended by itself at " + canary.until() + ".");
    } else if (canary != null && canary.digest().equals(next.digest())) {
      end(content, next.name(), canary, Action.ACTIVATED, reason);
    } else if (canary != null) {
      String other = next.digest() + " was activated for all keys.";
      end(content, next.name(), canary, Action.TAKEN_BACK, other);
    }
    return next;
  }

  /**
   * Makes a bundle the canary of its name.
   *
   * @param content the registry as it was read a moment ago
   * @param percent of the keys
   * @param longest after which it ends by itself, null where it does not
   * @param require what must hold of it, null where nothing must
   */
  public Canary begin(
      RegistryContent content,
      PushedBundle bundle,
      double percent,
      @Nullable Duration longest,
      @Nullable String require) {
    String until = longest == null ? null : now(longest);
    Canary canary = new Canary(bundle.digest(), percent, until, require, now(), user());
    say(
        content.rollout(bundle.name()),
        canary,
        canary.digest(),
        Action.BEGAN,
        "It answers " + canary.share() + " of the keys.");
    return canary;
  }

  /**
   * Takes back the canary of a name.
   *
   * @param content the registry as it was read a moment ago
   * @param reason in a sentence
   */
  public void takeBack(RegistryContent content, String name, Canary canary, String reason) {
    end(content, name, canary, Action.TAKEN_BACK, reason);
  }

  private void end(
      RegistryContent content, String name, Canary canary, Action action, String reason) {
    say(content.rollout(name), null, canary.digest(), action, reason);
  }

  private void say(
      Rollout rollout, @Nullable Canary canary, String digest, Action action, String reason) {
    Step step = new Step(digest, action, reason, now(), user());
    Rollout next = rollout.next(canary, step);
    say(RegistryContent.rolloutKey(next.name()), RegistryContent.bytes(next));
  }

  /**
   * Removes a bundle, and those of its chunks that no other has.
   *
   * @param content the registry as it was read a moment ago
   */
  public void remove(RegistryContent content, PushedBundle bundle) {
    say(RegistryContent.key(bundle), null);
    for (String sha256 : content.chunksOfAlone(bundle)) {
      write(topic.chunks(), BundleFiles.key(sha256), null);
    }
  }

  private void say(String key, byte @Nullable [] statement) {
    write(topic.statements(), key, statement);
  }

  /** Returns the offset. */
  private long write(TopicPartition partition, String key, byte @Nullable [] value) {
    try {
      Future<RecordMetadata> sent =
          producer.send(
              new ProducerRecord<>(
                  partition.topic(), partition.partition(), key.getBytes(UTF_8), value));
      return sent.get().offset();
    } catch (ExecutionException e) {
      throw failure(topic, e.getCause() == null ? e : e.getCause());
    } catch (KafkaException e) {
      throw failure(topic, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GaramException(
          "Expected to write the registry of models, but was interrupted; do it again.", e);
    }
  }

  private static GaramException failure(RegistryTopic topic, Throwable cause) {
    return topic.brokers().failure(cause, Right.topic(AclOperation.WRITE, topic.name()));
  }

  private static String now() {
    return now(Duration.ZERO);
  }

  private static String now(Duration later) {
    return Instant.now().plus(later).truncatedTo(ChronoUnit.MILLIS).toString();
  }

  private static String user() {
    return System.getProperty("user.name", "unknown");
  }

  @Override
  public void close() {
    producer.close();
  }
}
