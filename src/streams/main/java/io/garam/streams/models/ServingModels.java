package io.garam.streams.models;

import io.garam.nlu.GaramException;
import io.garam.nlu.onnx.OnnxClassifier;
import io.garam.streams.batching.IntentModel;
import io.garam.streams.batching.ModelChoice;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.config.RegistryKeys;
import io.garam.streams.log.LogNames;
import io.garam.streams.memory.Identifiers;
import io.garam.streams.models.ModelShares.Canary;
import io.garam.streams.registry.ModelName;
import io.garam.streams.registry.RegistryModels;
import io.garam.streams.statistics.ModelCounter;
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
 * Models that serve a tagger: the current one, a canary that answers a share of the keys, and those
 * with which dialogues under way began. A model that gave way is freed once no utterance in flight
 * refers to it. Safe for many threads.
 */
public final class ServingModels implements ModelChoice, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LogNames.MODELS);

  /** More than this many dialogues under way are read one by one, by the model of each. */
  private static final int MOST_DIALOGUES = 1 << 17;

  /** Beside the current model: the one before, of which utterances may be in flight. */
  private static final int IN_FLIGHT = 1;

  private final AtomicInteger live = new AtomicInteger();
  private final EarlierModels earlier;
  private final boolean finishes;

  /**
   * Dialogues that another model is known to follow than the one that would begin them now, with
   * its digest: many are never ended, and must not keep the model itself.
   */
  private final Map<Bytes, String> dialogues = new ConcurrentHashMap<>();

  private final Map<TopicPartition, Since> since = new ConcurrentHashMap<>();
  private volatile ModelShares shares;

  /**
   * Where a partition was first read by its current model.
   *
   * @param offset of the first record of the poll
   */
  public record Since(String digest, long offset) {}

  /**
   * Takes over a classifier.
   *
   * @param finds loads an earlier model that is not in memory any more, by its digest; null where
   *     dialogues under way begin anew with another model
   */
  ServingModels(OnnxClassifier first, @Nullable Function<String, Optional<OnnxClassifier>> finds) {
    this.shares = new ModelShares(ServedModel.of(first, live), null);
    this.finishes = finds != null;
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
    replace(shares.withCurrent(ServedModel.of(next, live)));
  }

  /**
   * Makes the canary the current model, for all keys.
   *
   * @throws NullPointerException if there is none
   */
  synchronized void activateCanary() {
    replace(new ModelShares(Objects.requireNonNull(shares.canary(), "a canary").served(), null));
  }

  /**
   * Lets a classifier answer a share of the keys, from the next poll of each thread on. Takes it
   * over, and closes it in time.
   *
   * @param counter of its dead letters
   */
  synchronized void beginCanary(OnnxClassifier next, double percent, ModelCounter counter) {
    KeyShare share = new KeyShare(next.model().digest(), percent);
    replace(shares.withCanary(new Canary(ServedModel.of(next, live), share, counter)));
  }

  /**
   * Lets the canary answer another share of the keys.
   *
   * @param counter of its dead letters from now on
   * @throws NullPointerException if there is none
   */
  synchronized void changeShare(double percent, ModelCounter counter) {
    ServedModel served = Objects.requireNonNull(shares.canary(), "a canary").served();
    KeyShare share = new KeyShare(served.digest(), percent);
    replace(shares.withCanary(new Canary(served, share, counter)));
  }

  /** Lets the current model answer all keys. */
  synchronized void endCanary() {
    replace(shares.withCanary(null));
  }

  private void replace(ModelShares next) {
    if (current().dialogue() != null) {
      shares.all().stream().filter(one -> !next.all().contains(one)).forEach(earlier::add);
    }
    if (live.get() > next.all().size() + IN_FLIGHT + earlier.size()) {
      // What gave way is free, but the heap may have no reason yet to look for it.
      System.gc();
    }
    shares = next;
  }

  /** Returns the current model, not to be kept. */
  public OnnxClassifier classifier() {
    return shares.current().classifier();
  }

  /** Returns the digest of the canary, null where there is none. */
  @Nullable String canaryDigest() {
    Canary canary = shares.canary();
    return canary == null ? null : canary.served().digest();
  }

  /** Returns the percentage of the keys that the canary answers, 0 where there is none. */
  double canaryPercent() {
    Canary canary = shares.canary();
    return canary == null ? 0 : canary.share().percent();
  }

  /**
   * Asks the current model, which is not freed meanwhile.
   *
   * @throws IllegalStateException if it is closed
   */
  public <T> T ask(Function<OnnxClassifier, T> question) {
    ServedModel asked = shares.current();
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
    return shares.current().model();
  }

  @Override
  public Function<ConsumerRecord<byte[], byte[]>, IntentModel> readers(
      List<ConsumerRecord<byte[], byte[]>> records) {
    ModelShares reading = shares;
    note(records, reading.current().digest());
    return record -> {
      IntentModel known = ofDialogue(record.key());
      return known == null ? reading.of(record).model() : known;
    };
  }

  private void note(List<ConsumerRecord<byte[], byte[]>> records, String digest) {
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
  }

  /** Returns the model that is known to follow a dialogue, null where it is not known. */
  private @Nullable IntentModel ofDialogue(byte @Nullable [] key) {
    if (dialogues.isEmpty() || key == null) {
      return null;
    }
    String digest = dialogues.get(Objects.requireNonNull(Identifiers.dialogue(key), "of a key"));
    return digest == null
        ? null
        : shares.find(digest).map(ServedModel::model).orElseGet(() -> earlier.loaded(digest));
  }

  @Override
  public IntentModel beginning(Bytes dialogue) {
    return shares.of(dialogue).model();
  }

  @Override
  public @Nullable IntentModel goingOn(Bytes dialogue, String digest) {
    ServedModel beginning = shares.of(dialogue);
    if (beginning.digest().equals(digest)) {
      dialogues.remove(dialogue);
      return beginning.model();
    }
    IntentModel model = finish(digest);
    if (model == null) {
      dialogues.remove(dialogue);
    } else if (dialogues.size() < MOST_DIALOGUES) {
      dialogues.put(dialogue, digest);
    }
    return model;
  }

  /** Returns the model of a dialogue that another would begin now, null where it begins anew. */
  private @Nullable IntentModel finish(String digest) {
    return finishes
        ? shares.find(digest).map(ServedModel::model).orElseGet(() -> find(digest))
        : null;
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
  public void deadLetter(byte @Nullable [] key, int partition, long offset) {
    Canary canary = shares.canary();
    if (canary != null && canary.share().has(key, partition, offset)) {
      canary.counter().deadLetter();
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
    shares.all().forEach(one -> one.freeing().clean());
  }
}
