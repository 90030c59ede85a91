package io.garam.app.kafka;

import io.garam.nlu.GaramException;
import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The flags of a command that needs brokers which are there already. */
public final class BrokerOptions {

  @Option(
      names = "--bootstrap-server",
      paramLabel = "HOST:PORT",
      description = "Brokers to connect to, separated by commas.")
  private @Nullable String bootstrapServer;

  @Mixin private ClientOptions client = new ClientOptions();

  /**
   * Returns the settings, those of the brokers among them.
   *
   * @throws GaramException if nothing names the brokers, or the file cannot be read
   */
  public Map<String, String> settings() {
    Map<String, String> settings = client.settings();
    if (bootstrapServer != null) {
      settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServer);
    }
    if (!settings.containsKey(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG)) {
      throw new GaramException(
          "Expected a broker, but neither a flag nor "
              + StreamsConfig.BOOTSTRAP_SERVERS_CONFIG
              + " names one; add --bootstrap-server localhost:9092.");
    }
    return settings;
  }
}
