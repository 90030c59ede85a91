package io.garam.streams.models;

import io.garam.nlu.GaramException;
import io.garam.nlu.onnx.OnnxClassifier;
import io.garam.streams.batching.IntentModel;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Earlier models, with which dialogues under way go on: the few that were used last, and others
 * loaded again when they are asked for. Safe for many threads.
 */
final class EarlierModels implements AutoCloseable {

  /** Some 20 to 60 MB each. */
  private static final int MOST = 4;

  private final @Nullable Function<String, Optional<OnnxClassifier>> finds;
  private final AtomicInteger live;
  private final Map<String, ServedModel> models = new LinkedHashMap<>(MOST, 1, true);

  /** Those that are not to be had, so that they are looked for once. */
  private final Set<String> missing = new HashSet<>();

  /**
   * @param finds loads a model by its digest; null where none is gone back to
   * @param live counts those that are not freed
   */
  EarlierModels(@Nullable Function<String, Optional<OnnxClassifier>> finds, AtomicInteger live) {
    this.finds = finds;
    this.live = live;
  }

  synchronized int size() {
    return models.size();
  }

  synchronized void add(ServedModel model) {
    if (finds != null) {
      missing.remove(model.digest());
      models.put(model.digest(), model);
      if (models.size() > MOST) {
        // Freed when nothing in flight refers to it.
        models.remove(models.keySet().iterator().next());
      }
    }
  }

  /** Returns a model that is in memory, null where it is not. */
  synchronized @Nullable IntentModel loaded(String digest) {
    ServedModel found = models.get(digest);
    return found == null ? null : found.model();
  }

  /**
   * Returns a model, null where it is not to be had.
   *
   * @throws GaramException if it is there and cannot be used; it is not looked for again
   */
  synchronized @Nullable IntentModel find(String digest) {
    ServedModel found = models.get(digest);
    if (found == null && finds != null && missing.add(digest)) {
      finds.apply(digest).map(one -> ServedModel.of(one, live)).ifPresent(this::add);
      found = models.get(digest);
    }
    return found == null ? null : found.model();
  }

  @Override
  public synchronized void close() {
    models.values().forEach(model -> model.freeing().clean());
    models.clear();
  }
}
