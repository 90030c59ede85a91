package io.garam.streams.models;

import io.garam.nlu.GaramException;
import io.garam.nlu.onnx.OnnxClassifier;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.log.LogNames;
import io.garam.streams.registry.Activation;
import io.garam.streams.registry.InstanceStatus.Refusal;
import io.garam.streams.registry.ModelName;
import io.garam.streams.registry.PushedBundle;
import io.garam.streams.registry.RegistryContent;
import io.garam.streams.registry.RegistryModels;
import io.garam.streams.registry.RegistryReader;
import io.garam.streams.registry.RegistryTopic;
import io.garam.streams.statistics.TaggingMetrics;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follower of the registry: fetches what becomes active under a name, verifies it beside the model
 * in use, and makes it the current one. What cannot be used is refused, and the model in use goes
 * on; so it does while the registry cannot be read.
 */
public final class ModelFollower implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LogNames.MODELS);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PAUSE = Duration.ofSeconds(5);

  /** After it, what could not be fetched is tried again. */
  private static final Duration RETRY = Duration.ofSeconds(15);

  private static final Duration LONGEST_END = Duration.ofSeconds(2);

  private final GaramConfig config;
  private final ModelName name;
  private final ServingModels models;
  private final Consumer<OnnxClassifier> takes;
  private final RegistryModels registryModels;
  private final StatusWriter status;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "garam-model-follower");
  private final AtomicLong switches = new AtomicLong();
  private @Nullable Attempt refused;

  /** When something was tried last, and whether what went wrong may pass by itself. */
  private long tried;

  private boolean passing;

  /** What was tried, so that it is tried again only when something has changed. */
  private record Attempt(String activated, String digest, @Nullable String pushed) {

    static Attempt of(Activation active, RegistryContent content) {
      return new Attempt(
          active.at(),
          active.digest(),
          content.bundle(active.name(), active.digest()).map(PushedBundle::pushed).orElse(null));
    }
  }

  private ModelFollower(
      GaramConfig config, ModelName name, ServingModels models, Consumer<OnnxClassifier> takes) {
    this.config = config;
    this.name = name;
    this.models = models;
    this.takes = takes;
    this.registryModels = new RegistryModels(config);
    this.status = new StatusWriter(config, name.name(), models);
    thread.setDaemon(true);
  }

  /**
   * Begins to follow the name that a configuration gives the model.
   *
   * @param takes hears of a model before it becomes the current one, and refuses it by a {@link
   *     GaramException}
   * @return nothing where it names one bundle, which stays
   */
  public static Optional<ModelFollower> start(
      GaramConfig config,
      ServingModels models,
      Consumer<OnnxClassifier> takes,
      MeterRegistry registry) {
    Optional<ModelFollower> follower =
        ModelName.inRegistry(config.getString(GaramConfig.MODEL))
            .filter(name -> name.digest() == null)
            .map(name -> new ModelFollower(config, name, models, takes));
    follower.ifPresent(
        one -> {
          one.bindTo(registry);
          one.thread.start();
        });
    return follower;
  }

  private void bindTo(MeterRegistry registry) {
    FunctionCounter.builder(TaggingMetrics.MODEL_SWITCHES.metricName(), switches, AtomicLong::get)
        .description(TaggingMetrics.MODEL_SWITCHES.meaning())
        .register(registry);
    Gauge.builder(TaggingMetrics.MODEL_REFUSED.metricName(), () -> status.refusal() == null ? 0 : 1)
        .description(TaggingMetrics.MODEL_REFUSED.meaning())
        .register(registry);
  }

  private void run() {
    boolean said = false;
    while (!isClosed(Duration.ZERO)) {
      try (RegistryReader registry = RegistryReader.open(RegistryTopic.of(config))) {
        if (said) {
          log.info("The registry of models can be read again.");
          said = false;
        }
        follow(registry);
      } catch (RuntimeException e) {
        if (!said) {
          log.warn(
              "The registry of models cannot be read, and the model {} goes on. {}",
              models.classifier().model().digest(),
              e.getMessage());
          said = true;
        }
        status.sayIfDue();
        isClosed(PAUSE);
      }
    }
    status.close();
  }

  private void follow(RegistryReader registry) {
    look(registry);
    while (!isClosed(Duration.ZERO)) {
      var unused = registry.next(POLL);
      look(registry);
      status.sayIfDue();
    }
  }

  private void look(RegistryReader registry) {
    Activation active = registry.content().activation(name.name()).orElse(null);
    if (active == null) {
      return;
    }
    if (active.digest().equals(models.classifier().model().digest())) {
      if (refused != null) {
        refused = null;
        status.refuse(null);
      }
      return;
    }
    Attempt attempt = Attempt.of(active, registry.content());
    boolean again = attempt.equals(refused);
    if (again && (!passing || System.nanoTime() - tried < RETRY.toNanos())) {
      return;
    }
    tried = System.nanoTime();
    passing = true;
    try {
      activate(registry, active);
      refused = null;
      status.refuse(null);
    } catch (RuntimeException e) {
      refused = attempt;
      status.refuse(new Refusal(active.digest(), String.valueOf(e.getMessage())));
      if (!again) {
        log.warn(
            "The model {} is refused, and {} goes on. {}",
            active.id(),
            models.classifier().model().digest(),
            e.getMessage(),
            e instanceof GaramException ? null : e);
      }
    }
  }

  private void activate(RegistryReader registry, Activation active) {
    PushedBundle bundle = RegistryModels.bundle(registry.content(), active.id());
    Path folder = registryModels.fetch(registry, bundle);
    // What goes wrong from here on is the bundle's fault, and does not pass.
    passing = false;
    OnnxClassifier next = registryModels.load(folder, active.digest());
    try {
      takes.accept(next);
    } catch (RuntimeException e) {
      next.close();
      throw e;
    }
    String before = models.classifier().model().digest();
    models.activate(next);
    switches.incrementAndGet();
    status.activated();
    registryModels.keepActive(name.name(), folder);
    log.info(
        "The model {} gives way to {}, activated by {} at {}.",
        before,
        active.id(),
        active.by(),
        active.at());
  }

  private boolean isClosed(Duration longest) {
    try {
      return closed.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }

  /** Ends it; what the brokers keep it waiting for is left behind. */
  @Override
  public void close() {
    closed.countDown();
    try {
      thread.join(LONGEST_END.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
