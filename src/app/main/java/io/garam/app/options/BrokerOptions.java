package io.garam.app.options;

import io.garam.app.usage.UsageException;
import io.garam.streams.config.GaramConfig;
import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The flags of a command that needs brokers which are there already. */
public final class BrokerOptions {

  /** Stands for the model in the configuration, where nothing loads one. */
  private static final String NO_MODEL = "none";

  @Option(
      names = "--bootstrap-server",
      paramLabel = "HOST:PORT",
      description = "Brokers to connect to, separated by commas.")
  private @Nullable String bootstrapServer;

  @Mixin private ClientOptions client;

  /**
   * Returns the settings, those of the brokers among them.
   *
   * @throws UsageException if nothing names the brokers, or the file cannot be read
   */
  public Settings settings() {
    Settings settings = client.settings();
    settings.putFlag(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServer);
    if (!settings.gives(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG)) {
      throw new UsageException(
          "Expected a broker, but neither a flag nor "
              + StreamsConfig.BOOTSTRAP_SERVERS_CONFIG
              + " names one; add --bootstrap-server localhost:9092.");
    }
    return settings;
  }

  /**
   * Returns the configuration of a command that tags nothing, and so needs no model.
   *
   * @param own settings that flags of the command give
   * @throws UsageException if nothing names the brokers, or a setting cannot be
   */
  public GaramConfig config(Map<String, String> own) {
    Settings given = settings();
    own.forEach(given::putFlag);
    Map<String, String> settings = given.values();
    settings.putIfAbsent(GaramConfig.MODEL, NO_MODEL);
    return UsageException.unless(() -> GaramConfig.of(settings));
  }
}
