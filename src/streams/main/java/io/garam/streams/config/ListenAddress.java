package io.garam.streams.config;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.utils.Utils;

/** Address to listen on, as the configuration has it: {@code host:port}, or {@code off}. */
final class ListenAddress implements ConfigDef.Validator {

  static final String OFF = "off";

  private static final int MOST_PORT = 65_535;
  private static final Pattern ADDRESS =
      Pattern.compile("(\\[[0-9A-Fa-f:.%a-z]+]|[^\\s:/\\[\\]]+):([0-9]{1,5})");

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
    Matcher address = ADDRESS.matcher(text);
    if (!address.matches() || Integer.parseInt(address.group(2)) > MOST_PORT) {
      throw new ConfigException(name, value, "must be " + this);
    }
  }

  @Override
  public String toString() {
    return "host:port, such as 0.0.0.0:7878 or [::1]:7878, or off";
  }
}
