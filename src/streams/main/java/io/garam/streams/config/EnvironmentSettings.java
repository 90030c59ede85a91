package io.garam.streams.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Settings of the environment: variables that are named as a key of Garam's or Kafka's, in upper
 * case and with underscores for dots. {@code GARAM_INPUT_TOPIC} gives {@code garam.input.topic},
 * {@code KAFKA_BOOTSTRAP_SERVERS} {@code bootstrap.servers}. Other software has variables that
 * begin so too; those that name no key are passed over, as are empty ones.
 *
 * @param values keys with their values
 * @param misspelt a sentence for each variable that is no key of Garam's, but like one
 * @since 0.1.0
 */
public record EnvironmentSettings(Map<String, String> values, List<String> misspelt) {

  public EnvironmentSettings {
    values = Map.copyOf(values);
    misspelt = List.copyOf(misspelt);
  }

  /**
   * Reads an environment.
   *
   * @param environment names of variables with their values
   */
  public static EnvironmentSettings of(Map<String, String> environment) {
    Map<String, String> values = new TreeMap<>();
    List<String> misspelt = new ArrayList<>();
    new TreeMap<>(environment)
        .forEach(
            (name, value) -> {
              Optional<String> key = VariableNames.key(name);
              if (key.isPresent() && !value.isEmpty()) {
                values.put(key.get(), value);
              } else if (key.isEmpty()) {
                VariableNames.meant(name).ifPresent(meant -> misspelt.add(sentence(name, meant)));
              }
            });
    return new EnvironmentSettings(values, misspelt);
  }

  private static String sentence(String name, String meant) {
    return "Expected the variable "
        + name
        + " of the environment to be a setting, but it is none, and is passed over; did you mean "
        + meant
        + "?";
  }
}
