package io.garam.streams.config;

import org.apache.kafka.common.config.ConfigDef;

/** The keys with types, defaults and words of explanation, which docs/configuration.md prints. */
final class ConfigurationKeys {

  private ConfigurationKeys() {}

  static ConfigDef define() {
    ConfigDef keys = new ConfigDef();
    ModelKeys.define(keys);
    RegistryKeys.define(keys);
    ShadowKeys.define(keys);
    EventKeys.define(keys);
    DialogueKeys.define(keys);
    ProcessKeys.define(keys);
    HttpKeys.define(keys);
    KafkaKeys.define(keys);
    return keys;
  }
}
