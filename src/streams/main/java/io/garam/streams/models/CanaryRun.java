package io.garam.streams.models;

import io.garam.nlu.onnx.OnnxClassifier;
import io.garam.streams.registry.Canary;
import io.garam.streams.registry.CanaryStatus;
import io.garam.streams.shadow.Agreement;
import io.garam.streams.shadow.Shadow;
import io.garam.streams.shadow.Shadows;
import io.garam.streams.statistics.ModelCounter;
import io.garam.streams.statistics.TaggingCounter;
import java.util.OptionalDouble;

/**
 * Canary that a tagger runs, with what is seen of it: its answers are counted, and the model that
 * answers the other keys is asked about the same events, as a shadow.
 */
final class CanaryRun implements AutoCloseable {

  private final Canary canary;
  private final ModelCounter counter;
  private final Shadow shadow;
  private final TaggingCounter statistics;
  private final Shadows shadows;

  private CanaryRun(
      Canary canary,
      ModelCounter counter,
      Shadow shadow,
      TaggingCounter statistics,
      Shadows shadows) {
    this.canary = canary;
    this.counter = counter;
    this.shadow = shadow;
    this.statistics = statistics;
    this.shadows = shadows;
    statistics.watch(counter);
    shadows.add(shadow);
  }

  /**
   * Lets a model answer the keys of a canary.
   *
   * @param next taken over
   */
  static CanaryRun begin(
      Canary canary,
      OnnxClassifier next,
      ServingModels models,
      TaggingCounter statistics,
      Shadows shadows) {
    CanaryRun run = watch(canary, models, statistics, shadows);
    models.beginCanary(next, canary.percent(), run.counter);
    return run;
  }

  /** Begins anew with the same model: the registry has begun it again, or with another share. */
  CanaryRun again(Canary next, ServingModels models) {
    close();
    CanaryRun run = watch(next, models, statistics, shadows);
    models.changeShare(next.percent(), run.counter);
    return run;
  }

  private static CanaryRun watch(
      Canary canary, ServingModels models, TaggingCounter statistics, Shadows shadows) {
    String digest = canary.digest();
    return new CanaryRun(
        canary,
        new ModelCounter(digest),
        Shadow.start(
            models.current(),
            models.classifier().model().digest(),
            intent -> intent.model().digest().equals(digest)),
        statistics,
        shadows);
  }

  /** Says whether it is the answers of this model with which the canary's are compared. */
  boolean comparesWith(OnnxClassifier active) {
    return shadow.digest().equals(active.model().digest());
  }

  /** Says, once it is closed, whether its shadow asks no model any more. */
  boolean hasEnded() {
    return shadow.hasEnded();
  }

  Canary canary() {
    return canary;
  }

  /** Returns what was seen until now. */
  CanaryStatus status() {
    Agreement agreement = shadow.agreement();
    OptionalDouble latency = counter.latencyMillis();
    return new CanaryStatus(
        canary.digest(),
        canary.at(),
        counter.tagged(),
        counter.unknown(),
        counter.deadLetters(),
        agreement.compared(),
        agreement.agreed(),
        latency.isPresent() ? latency.getAsDouble() : null);
  }

  @Override
  public void close() {
    statistics.unwatch(counter);
    shadows.remove(shadow);
    shadow.close();
  }
}
