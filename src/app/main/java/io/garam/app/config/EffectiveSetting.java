package io.garam.app.config;

import io.garam.app.options.Settings;
import io.garam.app.options.Settings.Source;
import io.garam.nlu.text.Printable;
import io.garam.streams.config.GaramConfig;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;

/**
 * Effective setting: a key with the value that counts and the source that gave it.
 *
 * @param value as it was given, or the default; hidden where it is a secret, or where nothing knows
 *     the key and so whether it is
 */
record EffectiveSetting(String key, String value, Source source) {

  /** Garam's own key counts for this one of Kafka's, whatever is given. */
  private static final String MAX_POLL_RECORDS =
      StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG);

  /**
   * Returns what is in effect, by key. A key that Garam has no default for is left out unless it is
   * given.
   *
   * @param config made of the settings
   * @param defaults whether to return keys too that are at their default
   */
  static List<EffectiveSetting> all(Settings settings, GaramConfig config, boolean defaults) {
    Map<String, String> given = settings.values();
    TreeSet<String> keys = new TreeSet<>(given.keySet());
    keys.addAll(GaramConfig.DEFINITION.names());
    Set<String> unknown = Set.copyOf(config.unknownKeys());
    return keys.stream()
        .filter(key -> defaults || !isDefault(key, config))
        .map(
            key -> {
              String counts = key.equals(MAX_POLL_RECORDS) ? GaramConfig.BATCH_MAX_RECORDS : key;
              String value = given.getOrDefault(counts, text(config.values().get(counts)));
              return new EffectiveSetting(
                  key,
                  unknown.contains(key) ? SecretValues.HIDDEN : SecretValues.masked(key, value),
                  settings.source(counts));
            })
        .toList();
  }

  private static boolean isDefault(String key, GaramConfig config) {
    return GaramConfig.DEFINITION.names().contains(key)
        && Objects.equals(
            config.values().get(key), GaramConfig.DEFINITION.defaultValues().get(key));
  }

  private static String text(@Nullable Object value) {
    return value instanceof Class<?> type ? type.getName() : String.valueOf(value);
  }

  /** Returns the setting on a line of its own. */
  String line() {
    return key
        + "="
        + Printable.escape(value)
        + " ("
        + source.text()
        + ")"
        + System.lineSeparator();
  }

  /** Returns what a JSON object of settings is made of: value and source by key. */
  static Map<String, Map<String, String>> json(List<EffectiveSetting> settings) {
    Map<String, Map<String, String>> fields = new TreeMap<>();
    settings.forEach(
        setting ->
            fields.put(
                setting.key,
                new TreeMap<>(Map.of("value", setting.value, "source", setting.source.text()))));
    return fields;
  }
}
