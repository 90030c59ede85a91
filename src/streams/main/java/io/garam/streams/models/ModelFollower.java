package io.garam.streams.models;

import io.garam.nlu.GaramException;
import io.garam.nlu.onnx.OnnxClassifier;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.log.LogNames;
import io.garam.streams.registry.Activation;
import io.garam.streams.registry.Canary;
import io.garam.streams.registry.ModelName;
import io.garam.streams.registry.RegistryContent;
import io.garam.streams.registry.RegistryModels;
import io.garam.streams.registry.RegistryReader;
import io.garam.streams.registry.RegistryTopic;
import io.garam.streams.shadow.Shadows;
import io.garam.streams.statistics.TaggingCounter;
import io.garam.streams.statistics.TaggingMetrics;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
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
public final class ModelFollower {

  private static final Logger log = LoggerFactory.getLogger(LogNames.MODELS);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private static final Duration LONGEST_END = Duration.ofSeconds(2);

  private final GaramConfig config;
  private final ModelName name;
  private final ServingModels models;
  private final RegistryModels registryModels;
  private final StatusWriter status;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "garam-model-follower");
  private final AtomicLong switches = new AtomicLong();
  private final NamedBundle activeBundle;
  private final NamedBundle canaryBundle;
  private final Runnable activated;
  private final TaggingCounter statistics;
  private final Shadows shadows;
  private volatile @Nullable CanaryRun canaryRun;
  private @Nullable Path canaryFolder;

  private ModelFollower(
      GaramConfig config,
      ModelName name,
      ServingModels models,
      Consumer<OnnxClassifier> takes,
      Runnable activated,
      TaggingCounter statistics,
      Shadows shadows) {
    this.config = config;
    this.name = name;
    this.models = models;
    this.activated = activated;
    this.statistics = statistics;
    this.shadows = shadows;
    this.registryModels = new RegistryModels(config);
    this.activeBundle = new NamedBundle(registryModels, takes);
    this.canaryBundle = new NamedBundle(registryModels, takes);
    this.status = new StatusWriter(config, name.name(), models);
    thread.setDaemon(true);
  }

  /**
   * Begins to follow the name that a configuration gives the model.
   *
   * @param takes hears of a model before it becomes the current one, and refuses it by a {@link
   *     GaramException}
   * @param activated hears that another model has become the current one
   * @param statistics count what a canary answers
   * @param shadows compare it with the model that answers the other keys
   * @return nothing where it names one bundle, which stays
   */
  public static Optional<ModelFollower> start(
      GaramConfig config,
      ServingModels models,
      Consumer<OnnxClassifier> takes,
      Runnable activated,
      TaggingCounter statistics,
      Shadows shadows,
      MeterRegistry registry) {
    Optional<ModelFollower> follower =
        ModelName.inRegistry(config.getString(GaramConfig.MODEL))
            .filter(name -> name.digest() == null)
            .map(
                name ->
                    new ModelFollower(config, name, models, takes, activated, statistics, shadows));
    follower.ifPresent(
        one -> {
          one.bindTo(registry);
          one.lookFirst();
          one.thread.start();
        });
    return follower;
  }

  private void bindTo(MeterRegistry registry) {
    FunctionCounter.builder(TaggingMetrics.MODEL_SWITCHES.metricName(), switches, AtomicLong::get)
        .description(TaggingMetrics.MODEL_SWITCHES.meaning())
        .register(registry);
    Gauge.builder(TaggingMetrics.MODEL_REFUSED.metricName(), () -> status.refuses() ? 1 : 0)
        .description(TaggingMetrics.MODEL_REFUSED.meaning())
        .register(registry);
    Gauge.builder(TaggingMetrics.CANARY_KEYS.metricName(), models::canaryPercent)
        .baseUnit(TaggingMetrics.CANARY_KEYS.unit())
        .description(TaggingMetrics.CANARY_KEYS.meaning())
        .register(registry);
  }

  /** A canary that runs already answers its keys from the first event on. */
  private void lookFirst() {
    try (RegistryReader registry = RegistryReader.open(RegistryTopic.of(config))) {
      look(registry);
    } catch (RuntimeException e) {
      log.debug("The registry of models cannot be read yet.", e);
    }
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
        endOverdueCanary();
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
    RegistryContent content = registry.content();
    content
        .activation(name.name())
        .ifPresent(
            active -> {
              lookAtActive(registry, active);
              lookAtCanary(registry, content.rollout(name.name()).canary());
              status.refuse(activeBundle.refusal(), canaryBundle.refusal());
            });
  }

  private void lookAtActive(RegistryReader registry, Activation active) {
    if (active.digest().equals(models.classifier().model().digest())) {
      activeBundle.settled();
    } else if (active.digest().equals(models.canaryDigest())) {
      activate(active, models::activateCanary);
      activeBundle.settled();
      registryModels.keepActive(name.name(), Objects.requireNonNull(canaryFolder, "of a canary"));
    } else {
      activeBundle.want(
          registry,
          active.id(),
          active.at(),
          (folder, next) -> {
            activate(active, () -> models.activate(next));
            registryModels.keepActive(name.name(), folder);
          });
    }
  }

  private void activate(Activation active, Runnable change) {
    String before = models.classifier().model().digest();
    change.run();
    switches.incrementAndGet();
    activated.run();
    status.activated();
    log.info(
        "The model {} gives way to {}, activated by {} at {}.",
        before,
        active.id(),
        active.by(),
        active.at());
  }

  private void lookAtCanary(RegistryReader registry, @Nullable Canary canary) {
    if (canary == null
        || canary.hasEnded(Instant.now())
        || canary.digest().equals(models.classifier().model().digest())) {
      endCanary();
      canaryBundle.settled();
    } else if (canary.digest().equals(models.canaryDigest())) {
      CanaryRun run = Objects.requireNonNull(canaryRun, "of a canary");
      if (!run.canary().equals(canary) || !run.comparesWith(models.classifier())) {
        begun(run.again(canary, models));
      }
    } else {
      endCanary();
      canaryBundle.want(
          registry,
          new ModelName(name.name(), canary.digest()),
          canary.at(),
          (folder, next) -> {
            canaryFolder = folder;
            begun(CanaryRun.begin(canary, next, models, statistics, shadows));
          });
    }
  }

  private void begun(CanaryRun run) {
    canaryRun = run;
    status.canary(run);
    log.info(
        "The model {} answers {} of the keys as a canary, begun by {} at {}.",
        run.canary().digest(),
        run.canary().share(),
        run.canary().by(),
        run.canary().at());
  }

  /** A canary ends in time also where the registry cannot be read. */
  private void endOverdueCanary() {
    CanaryRun run = canaryRun;
    if (run != null && run.canary().hasEnded(Instant.now())) {
      endCanary();
    }
  }

  private void endCanary() {
    CanaryRun run = canaryRun;
    if (run != null) {
      models.endCanary();
      status.canary(null);
      run.close();
      canaryRun = null;
      log.info(
          "The canary {} has ended, and {} answers all keys.",
          run.canary().digest(),
          models.classifier().model().digest());
    }
  }

  private boolean isClosed(Duration longest) {
    try {
      return closed.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }

  /**
   * Ends it; what the brokers keep it waiting for is left behind.
   *
   * @return whether nothing asks a model any more
   */
  public boolean end() {
    closed.countDown();
    try {
      thread.join(LONGEST_END.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    CanaryRun run = canaryRun;
    if (run != null) {
      run.close();
    }
    return run == null || run.hasEnded();
  }
}
