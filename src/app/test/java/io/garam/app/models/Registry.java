package io.garam.app.models;

import io.garam.nlu.bundle.ModelBundle;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.config.RegistryKeys;
import io.garam.streams.registry.PushedBundle;
import io.garam.streams.registry.RegistryReader;
import io.garam.streams.registry.RegistryTopic;
import io.garam.streams.registry.RegistryWriter;
import io.garam.streams.registry.StatusTopic;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

/** A registry of one test, and what a test does with it. */
public final class Registry {

  static final String NAME = "acts";

  private final String topic = "models-" + UUID.randomUUID();
  private final GaramConfig config;

  public Registry(String bootstrapServers) {
    config =
        GaramConfig.of(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                GaramConfig.MODEL,
                "none",
                RegistryKeys.TOPIC,
                topic,
                RegistryKeys.STATUS_TOPIC,
                topic + "-status"));
    topic().create();
    status().create();
  }

  RegistryTopic topic() {
    return RegistryTopic.of(config);
  }

  StatusTopic status() {
    return StatusTopic.of(config);
  }

  /** Adds what makes a tagger follow it. */
  public void addTo(Map<String, String> settings, Path stateFolder) {
    settings.put(GaramConfig.MODEL, "topic:" + NAME);
    settings.put(RegistryKeys.TOPIC, topic);
    settings.put(RegistryKeys.STATUS_TOPIC, topic + "-status");
    settings.put("state.dir", stateFolder.toString());
  }

  public PushedBundle push(Path model) {
    try (RegistryWriter writer = RegistryWriter.open(topic())) {
      return writer.push(ModelBundle.read(model), NAME, chunks -> {});
    }
  }

  /** Makes a bundle answer all keys. */
  public void activate(PushedBundle bundle) {
    try (RegistryWriter writer = RegistryWriter.open(topic())) {
      writer.activate(RegistryReader.read(topic()), bundle, "It does well.");
    }
  }

  /** Makes a bundle answer a share of the keys. */
  public void beginCanary(PushedBundle bundle, double percent) {
    try (RegistryWriter writer = RegistryWriter.open(topic())) {
      writer.begin(RegistryReader.read(topic()), bundle, percent, null, null);
    }
  }
}
