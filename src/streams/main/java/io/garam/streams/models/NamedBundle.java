package io.garam.streams.models;

import io.garam.nlu.GaramException;
import io.garam.nlu.onnx.OnnxClassifier;
import io.garam.streams.log.LogNames;
import io.garam.streams.registry.InstanceStatus.Refusal;
import io.garam.streams.registry.ModelName;
import io.garam.streams.registry.PushedBundle;
import io.garam.streams.registry.RegistryModels;
import io.garam.streams.registry.RegistryReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bundle that the registry names for a purpose: it is fetched, verified and taken in. One that
 * cannot be used is refused, and tried again when something has changed, or where the fault may
 * pass by itself.
 */
final class NamedBundle {

  private static final Logger log = LoggerFactory.getLogger(LogNames.MODELS);

  /** After it, what could not be fetched is tried again. */
  private static final Duration RETRY = Duration.ofSeconds(15);

  private final RegistryModels registryModels;
  private final Consumer<OnnxClassifier> takes;
  private @Nullable Attempt refused;
  private @Nullable Refusal refusal;

  /** When something was tried last, and whether what went wrong may pass by itself. */
  private long tried;

  private boolean passing;

  /** What was tried, so that it is tried again only when something has changed. */
  private record Attempt(ModelName id, String at, @Nullable String pushed) {}

  /**
   * @param takes hears of a model before it is used, and refuses it by a {@link GaramException}
   */
  NamedBundle(RegistryModels registryModels, Consumer<OnnxClassifier> takes) {
    this.registryModels = registryModels;
    this.takes = takes;
  }

  /** Returns what is refused and why, null where nothing is. */
  @Nullable Refusal refusal() {
    return refusal;
  }

  /** Hears that nothing is wanted, or that it is in use. */
  void settled() {
    refused = null;
    refusal = null;
  }

  /**
   * Looks whether a bundle can be used.
   *
   * @param at when it was named
   * @param use hears of its folder and the model that it takes over
   */
  void want(
      RegistryReader registry, ModelName id, String at, BiConsumer<Path, OnnxClassifier> use) {
    String digest = Objects.requireNonNull(id.digest(), "a digest");
    Attempt attempt =
        new Attempt(
            id,
            at,
            registry.content().bundle(id.name(), digest).map(PushedBundle::pushed).orElse(null));
    boolean again = attempt.equals(refused);
    if (again && (!passing || System.nanoTime() - tried < RETRY.toNanos())) {
      return;
    }
    tried = System.nanoTime();
    passing = true;
    try {
      use(registry, id, digest, use);
      settled();
    } catch (RuntimeException e) {
      refused = attempt;
      refusal = new Refusal(digest, String.valueOf(e.getMessage()));
      if (!again) {
        log.warn(
            "The model {} is refused, and what was in use goes on. {}",
            id,
            e.getMessage(),
            e instanceof GaramException ? null : e);
      }
    }
  }

  private void use(
      RegistryReader registry, ModelName id, String digest, BiConsumer<Path, OnnxClassifier> use) {
    Path folder = registryModels.fetch(registry, RegistryModels.bundle(registry.content(), id));
    // What goes wrong from here on is the bundle's fault, and does not pass.
    passing = false;
    OnnxClassifier next = registryModels.load(folder, digest);
    try {
      takes.accept(next);
    } catch (RuntimeException e) {
      next.close();
      throw e;
    }
    use.accept(folder, next);
  }
}
