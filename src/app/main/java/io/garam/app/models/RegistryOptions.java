package io.garam.app.models;

import io.garam.app.options.BrokerOptions;
import io.garam.app.options.ResultOptions;
import io.garam.app.usage.UsageException;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.config.RegistryKeys;
import io.garam.streams.registry.ModelName;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The flags that all commands of the registry have. */
final class RegistryOptions {

  @Mixin private BrokerOptions brokers = new BrokerOptions();

  @Option(
      names = "--registry-topic",
      paramLabel = "TOPIC",
      description = "Topic of the registry (default: garam-models).")
  private @Nullable String topic;

  @Mixin private ResultOptions result = new ResultOptions();

  /**
   * Returns the configuration.
   *
   * @throws UsageException if nothing names the brokers, or a setting cannot be
   */
  GaramConfig config() {
    return config(Map.of());
  }

  /** Returns the configuration for a model, which it names as {@code garam run} does. */
  GaramConfig config(String model) {
    return config(Map.of(GaramConfig.MODEL, model));
  }

  private GaramConfig config(Map<String, String> given) {
    Map<String, String> own = new HashMap<>(given);
    if (topic != null) {
      own.put(RegistryKeys.TOPIC, topic);
    }
    return brokers.config(own);
  }

  /** Prints the result of a command. */
  void print(CommandSpec command, Object fields, String text) {
    result.print(command, fields, text);
  }

  /**
   * Reads the name of a model.
   *
   * @throws UsageException if it is none
   */
  static ModelName name(String given) {
    String name =
        given.startsWith(ModelName.PREFIX) ? given.substring(ModelName.PREFIX.length()) : given;
    return UsageException.unless(() -> ModelName.parse(name));
  }
}
