package io.garam.app.options;

import io.garam.app.log.LogFormat;
import io.garam.app.options.Settings.Source;
import io.garam.app.usage.UsageException;
import io.garam.streams.config.EnvironmentSettings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** The flags by which any setting is given, Garam's or Kafka's, and the environment beside them. */
public final class ClientOptions {

  private static final Logger log = LoggerFactory.getLogger(LogFormat.COMMAND);

  private final EnvironmentSettings environment;
  private boolean warned;

  @Option(
      names = "--command-config",
      paramLabel = "FILE",
      description = "Properties file of settings, Garam's and Kafka's (security, clients).")
  private @Nullable Path commandConfig;

  @Option(
      names = "--config",
      paramLabel = "KEY=VALUE",
      description = "Any setting of docs/configuration.md or of Kafka Streams; may be repeated.")
  private Map<String, String> settings = new LinkedHashMap<>();

  /** Makes the flags where there is no environment: for pages that describe them. */
  public ClientOptions() {
    this(Map.of());
  }

  /**
   * @param environment names of variables with their values
   */
  ClientOptions(Map<String, String> environment) {
    this.environment = EnvironmentSettings.of(environment);
  }

  /**
   * Returns the settings of the file, the environment and {@code --config}, to which a command adds
   * those of its own flags.
   *
   * @throws UsageException if the file cannot be read
   */
  public Settings settings() {
    if (!warned) {
      warned = true;
      environment.misspelt().forEach(log::warn);
    }
    Settings merged = new Settings();
    if (commandConfig != null) {
      merged.put(Source.FILE, PropertiesFile.read("command-config", commandConfig));
    }
    merged.put(Source.ENVIRONMENT, environment.values());
    merged.put(Source.CONFIG, settings);
    return merged;
  }
}
