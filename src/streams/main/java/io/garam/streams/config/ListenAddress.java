package io.garam.streams.config;

import java.net.InetSocketAddress;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.utils.Utils;

/** Address to listen on, as the configuration has it: {@code host:port}, or {@code off}. */
final class ListenAddress implements ConfigDef.Validator {

  static final String OFF = "off";

  private static final int MOST_PORT = 65_535;

  /** Returns the address, not resolved; empty where it is off. */
  static Optional<InetSocketAddress> parse(String text) {
    return text.equals(OFF)
        ? Optional.empty()
        : Optional.of(InetSocketAddress.createUnresolved(Utils.getHost(text), Utils.getPort(text)));
  }

  @Override
  public void ensureValid(String name, Object value) {
    String text = String.valueOf(value);
    if (text.equals(OFF)) {
      return;
    }
    Integer port = Utils.getHost(text) == null ? null : Utils.getPort(text);
    if (port == null || port > MOST_PORT) {
      throw new ConfigException(name, value, "must be " + this);
    }
  }

  @Override
  public String toString() {
    return "host:port, such as 0.0.0.0:7878 or [::1]:7878, or off";
  }
}
