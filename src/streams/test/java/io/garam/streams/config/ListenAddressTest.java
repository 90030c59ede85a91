package io.garam.streams.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListenAddressTest {

  private final ListenAddress address = new ListenAddress();

  @ParameterizedTest
  @CsvSource({"127.0.0.1:7878,127.0.0.1,7878", "[::1]:0,::1,0", "localhost:65535,localhost,65535"})
  void hostAndPortAreParsedAndNotResolved(String text, String host, int port) {
    address.ensureValid("key", text);
    assertThat(ListenAddress.parse(text)).contains(InetSocketAddress.createUnresolved(host, port));
  }

  @Test
  void offIsNoAddress() {
    address.ensureValid("key", "off");
    assertThat(ListenAddress.parse("off")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "7878",
        "localhost",
        "localhost:",
        "localhost:65536",
        "Off",
        "a b:1",
        ":7878",
        "::1:7878",
        "[::1:7878",
        "http://a:1",
        "a:99999999999",
        "a:-1",
        "a:١"
      })
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> address.ensureValid("garam.management.listener", text))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("garam.management.listener", "or off");
  }
}
