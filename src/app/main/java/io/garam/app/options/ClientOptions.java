package io.garam.app.options;

import io.garam.app.usage.UsageException;
import io.garam.nlu.io.FileFault;
import io.garam.nlu.text.Utf8;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
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
      Properties file = read(commandConfig);
      file.stringPropertyNames().forEach(key -> merged.put(key, file.getProperty(key)));
    }
    merged.putAll(settings);
    return merged;
  }

  private static Properties read(Path file) {
    Properties properties = new Properties();
    try {
      byte[] bytes = Files.readAllBytes(file);
      properties.load(
          new StringReader(
              UsageException.unless(() -> Utf8.decode(bytes, "the properties file " + file))));
      return properties;
    } catch (IOException | IllegalArgumentException e) {
      throw new UsageException(
          "Expected a properties file at "
              + file
              + " for --command-config, but it cannot be read ("
              + (e instanceof IOException fault ? FileFault.of(fault) : e.getMessage())
              + "); correct the path or the file.");
    }
  }
}
