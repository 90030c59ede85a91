package io.garam.streams.models;

import io.garam.nlu.GaramException;
import io.garam.nlu.onnx.OnnxClassifier;
import io.garam.streams.batching.IntentModel;
import io.garam.streams.batching.ModelChoice;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.config.RegistryKeys;
import io.garam.streams.log.LogNames;
import io.garam.streams.memory.Identifiers;
import io.garam.streams.registry.ModelName;
import io.garam.streams.registry.RegistryModels;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Models that serve a tagger: the current one, and those with which dialogues under way began. A
 * model that gave way is freed once no utterance in flight refers to it. Safe for many threads.
 */
public final class ServingModels implements ModelChoice, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LogNames.MODELS);

  private static final Cleaner CLEANER = Cleaner.create();

  /** More than this many dialogues under way are read one by one, by the model of each. */
  private static final int MOST_DIALOGUES = 1 << 17;

  /** Beside the current model: the one before, of which utterances may be in flight. */
  private static final int IN_FLIGHT = 1;

  private final AtomicInteger live = new AtomicInteger();
  private final EarlierModels earlier;

  /**
   * Dialogues that an earlier model is known to follow, with its digest: many are never ended, and
   * must not keep the model itself.
   */
  private final Map<Bytes, String> dialogues = new ConcurrentHashMap<>();

  private final Map<TopicPartition, Since> since = new ConcurrentHashMap<>();
  private volatile Served current;

  /**
   * Where a partition was first read by its current model.
   *
   * @param offset of the first record of the poll
   */
  public record Since(String digest, long offset) {}

  /** A model that is in use, with what frees it. */
  record Served(OnnxClassifier classifier, IntentModel model, Cleaner.Cleanable freeing) {

    /**
     * @param live counts those that are not freed
     */
    static Served of(OnnxClassifier classifier, AtomicInteger live) {
      IntentModel model = IntentModel.of(classifier);
      live.incrementAndGet();
      return new Served(
          classifier,
          model,
          CLEANER.register(
              model,
              () -> {
                live.decrementAndGet();
                classifier.close();
              }));
    }

    String digest() {
      return classifier.model().digest();
    }
  }

  /**
   * Takes over a classifier.
   *
   * @param finds loads an earlier model that is not in memory any more, by its digest; null where
   *     dialogues under way begin anew with another model
   */
  ServingModels(OnnxClassifier first, @Nullable Function<String, Optional<OnnxClassifier>> finds) {
    this.current = Served.of(first, live);
    this.earlier = new EarlierModels(finds, live);
  }

  /** Takes over a classifier that stays the only one. */
  public static ServingModels only(OnnxClassifier classifier) {
    return new ServingModels(classifier, null);
  }

  /** Takes over a classifier, as a configuration names it. */
  public static ServingModels of(GaramConfig config, OnnxClassifier first) {
    boolean finish =
        config.getString(RegistryKeys.DIALOGUES).equals(RegistryKeys.FINISH)
            && ModelName.inRegistry(config.getString(GaramConfig.MODEL)).isPresent();
    return new ServingModels(first, finish ? new RegistryModels(config)::find : null);
  }

  /**
   * Makes a classifier the current model, from the next poll of each thread on. Takes it over, and
   * closes it in time.
   */
  public synchronized void activate(OnnxClassifier next) {
    if (current.model().dialogue() != null) {
      earlier.add(current);
    }
    if (live.get() > 1 + IN_FLIGHT + earlier.size()) {
      // What gave way is free, but the heap may have no reason yet to look for it.
      System.gc();
    }
    current = Served.of(next, live);
  }

  /** Returns the current model, not to be kept. */
  public OnnxClassifier classifier() {
    return current.classifier();
  }

  /**
   * Asks the current model, which is not freed meanwhile.
   *
   * @throws IllegalStateException if it is closed
   */
  public <T> T ask(Function<OnnxClassifier, T> question) {
    Served asked = current;
    try {
      return question.apply(asked.classifier());
    } finally {
      Reference.reachabilityFence(asked.model());
    }
  }

  /** Returns where each partition was first read by the model that reads it now. */
  public Map<TopicPartition, Since> since() {
    return Map.copyOf(since);
  }

  @Override
  public IntentModel current() {
    return current.model();
  }

  @Override
  public IntentModel current(List<ConsumerRecord<byte[], byte[]>> records) {
    Served reading = current;
    String digest = reading.digest();
    TopicPartition noted = null;
    for (ConsumerRecord<byte[], byte[]> record : records) {
      if (noted == null
          || record.partition() != noted.partition()
          || !record.topic().equals(noted.topic())) {
        noted = new TopicPartition(record.topic(), record.partition());
        Since before = since.get(noted);
        if (before == null || !before.digest().equals(digest)) {
          since.put(noted, new Since(digest, record.offset()));
        }
      }
    }
    return reading.model();
  }

  @Override
  public @Nullable IntentModel ofDialogue(byte @Nullable [] key) {
    if (dialogues.isEmpty() || key == null) {
      return null;
    }
    String digest = dialogues.get(Objects.requireNonNull(Identifiers.dialogue(key), "of a key"));
    return digest == null ? null : earlier.loaded(digest);
  }

  @Override
  public @Nullable IntentModel goingOn(Bytes dialogue, String digest) {
    Served now = current;
    if (now.digest().equals(digest)) {
      dialogues.remove(dialogue);
      return now.model();
    }
    IntentModel model = find(digest);
    if (model == null) {
      dialogues.remove(dialogue);
    } else if (dialogues.size() < MOST_DIALOGUES) {
      dialogues.put(dialogue, digest);
    }
    return model;
  }

  private @Nullable IntentModel find(String digest) {
    try {
      return earlier.find(digest);
    } catch (GaramException e) {
      log.warn("Dialogues of the model {} begin anew. {}", digest, e.getMessage());
      return null;
    }
  }

  @Override
  public void ended(Bytes dialogue) {
    dialogues.remove(dialogue);
  }

  /** Frees all models. */
  @Override
  public synchronized void close() {
    dialogues.clear();
    earlier.close();
    current.freeing().clean();
  }
}
