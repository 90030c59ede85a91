package io.garam.streams;

import io.garam.nlu.GaramException;
import io.garam.nlu.onnx.OnnxClassifier;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.models.ModelFollower;
import io.garam.streams.models.ServingModels;
import io.garam.streams.shadow.ConfiguredShadow;
import io.garam.streams.shadow.Shadows;
import io.garam.streams.statistics.TaggingCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;

/** Models of a tagger: those that answer, what changes them, and the shadows beside them. */
final class TaggingModels {

  private final ServingModels serving;
  private final Shadows shadows = new Shadows();
  private final Optional<ConfiguredShadow> shadow;
  private Optional<ModelFollower> follower = Optional.empty();

  private TaggingModels(ServingModels serving, Optional<ConfiguredShadow> shadow) {
    this.serving = serving;
    this.shadow = shadow;
    shadow.map(ConfiguredShadow::shadow).ifPresent(shadows::add);
    expect(serving.classifier());
  }

  /**
   * Takes over a classifier, closed where this fails, and starts the shadow that a configuration
   * names.
   *
   * @throws GaramException if the shadow's model cannot be used
   */
  static TaggingModels of(GaramConfig config, OnnxClassifier first, MeterRegistry registry) {
    ServingModels serving = ServingModels.of(config, first);
    try {
      return new TaggingModels(serving, ConfiguredShadow.start(config, registry));
    } catch (RuntimeException e) {
      serving.close();
      throw e;
    }
  }

  /**
   * Begins to follow the name that a configuration gives the model, if it is one of the registry.
   *
   * @param next takes in what is to answer
   * @param statistics as {@link ModelFollower#start} says
   */
  void follow(
      GaramConfig config, NextModel next, TaggingCounter statistics, MeterRegistry registry) {
    follower =
        ModelFollower.start(
            config,
            serving,
            next.andThen(this::expect),
            next::activated,
            statistics,
            shadows,
            registry);
  }

  private void expect(OnnxClassifier answering) {
    shadow.ifPresent(one -> one.expect(answering.labels()));
  }

  /** Returns those that answer. */
  ServingModels serving() {
    return serving;
  }

  /** Returns those that are offered what is answered. */
  Shadows shadows() {
    return shadows;
  }

  /**
   * Ends what changes the models and what asks them, and frees them.
   *
   * @return whether all has ended; a model that is still asked is not freed
   */
  boolean end() {
    boolean answeringIsFree = follower.map(ModelFollower::end).orElse(true);
    boolean shadowIsFree = shadow.map(ConfiguredShadow::end).orElse(true);
    if (answeringIsFree) {
      serving.close();
    }
    return answeringIsFree && shadowIsFree;
  }
}
