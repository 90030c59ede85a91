package io.garam.streams.shadow;

import io.garam.nlu.GaramException;
import io.garam.nlu.Intent;
import io.garam.nlu.onnx.OnnxClassifier;
import io.garam.nlu.signature.TrustedKeys;
import io.garam.streams.batching.IntentModel;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.config.ShadowKeys;
import io.garam.streams.log.LogNames;
import io.garam.streams.registry.ModelName;
import io.garam.streams.registry.PushedBundle;
import io.garam.streams.registry.RegistryModels;
import io.garam.streams.registry.RegistryReader;
import io.garam.streams.registry.RegistryTopic;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The shadow that a configuration names, with its model, its meters and its topic. */
public final class ConfiguredShadow {

  private static final Logger log = LoggerFactory.getLogger(LogNames.MODELS);

  private final OnnxClassifier classifier;
  private final Optional<ShadowTopic> topic;
  private final Shadow shadow;
  private final ShadowMeters meters;

  private ConfiguredShadow(
      OnnxClassifier classifier, Optional<ShadowTopic> topic, MeterRegistry registry) {
    this.classifier = classifier;
    this.topic = topic;
    BiConsumer<AnsweredEvent, Intent> nobody = (event, intent) -> {};
    this.shadow =
        Shadow.start(
            IntentModel.of(classifier),
            classifier.model().digest(),
            answer -> true,
            topic.isPresent() ? topic.get() : nobody);
    this.meters = new ShadowMeters(shadow, registry);
    meters.bind(classifier.model());
  }

  /**
   * Loads the model of the shadow that a configuration names, and starts it.
   *
   * @return nothing where it names none
   * @throws GaramException if the model cannot be used
   */
  public static Optional<ConfiguredShadow> start(GaramConfig config, MeterRegistry registry) {
    String model = config.getString(ShadowKeys.MODEL);
    if (model.isEmpty()) {
      return Optional.empty();
    }
    OnnxClassifier classifier =
        ModelName.inRegistry(model)
            .map(name -> fetch(config, name))
            .orElseGet(
                () ->
                    OnnxClassifier.load(
                        Path.of(model),
                        config.thresholds(),
                        TrustedKeys.read(config.trustedKeys())));
    try {
      ConfiguredShadow shadow =
          new ConfiguredShadow(classifier, ShadowTopic.of(config, registry), registry);
      log.info("The model {} tags beside the one that answers.", classifier.model());
      return Optional.of(shadow);
    } catch (RuntimeException e) {
      classifier.close();
      throw e;
    }
  }

  private static OnnxClassifier fetch(GaramConfig config, ModelName name) {
    RegistryModels models = new RegistryModels(config);
    try (RegistryReader registry = RegistryReader.open(RegistryTopic.of(config))) {
      PushedBundle bundle = RegistryModels.bundle(registry.content(), name);
      return models.load(models.fetch(registry, bundle), bundle.digest());
    }
  }

  /** Returns the shadow, to be offered what is answered. */
  public Shadow shadow() {
    return shadow;
  }

  /**
   * Adds the meters of a model that answers.
   *
   * @param labels all that it answers, unknown aside
   */
  public void expect(Collection<String> labels) {
    meters.bind(labels);
  }

  /**
   * Reads what waits, for a short while, and frees the model.
   *
   * @return whether it has ended; its model is not freed otherwise
   */
  public boolean end() {
    shadow.close();
    topic.ifPresent(ShadowTopic::close);
    if (shadow.hasEnded()) {
      classifier.close();
    }
    return shadow.hasEnded();
  }
}
