package io.garam.app.options;

import io.garam.app.usage.UsageException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags by which any setting is given, Garam's or Kafka's. */
public final class ClientOptions {

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

  /**
   * Returns the settings of the file, overridden by {@code --config}.
   *
   * @throws UsageException if the file cannot be read
   */
  public Map<String, String> settings() {
    Map<String, String> merged = new LinkedHashMap<>();
    if (commandConfig != null) {
      Properties file = PropertiesFile.read("command-config", commandConfig);
      file.stringPropertyNames().forEach(key -> merged.put(key, file.getProperty(key)));
    }
    merged.putAll(settings);
    return merged;
  }
}
