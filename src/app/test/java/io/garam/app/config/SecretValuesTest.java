package io.garam.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretValuesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${file:/run/secrets/kafka:password}",
        "${env:PASSWORD}",
        "${env:USER_PART}${env:REST}"
      })
  void aReferenceTellsNothingAndIsShown(String reference) {
    assertThat(SecretValues.masked("ssl.key.password", reference)).isEqualTo(reference);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"h4ckme", "h4ck${env:ME}", "${env:H4CK}me", "${h4ckme}", "${env:A} ${env:B}", ""})
  void whateverIsNoReferenceAloneIsHidden(String value) {
    assertThat(SecretValues.masked("ssl.key.password", value)).isEqualTo("(hidden)");
  }

  @ParameterizedTest
  @CsvSource({
    "http://me:pw@h:1/x, http://(hidden)@h:1/x",
    "http://token@h, http://(hidden)@h",
    "http://a:b@h:1;https://c:d@i:2, http://(hidden)@h:1;https://(hidden)@i:2",
    "http://me:p@ss@h:1/x, http://(hidden)@h:1/x",
    "http://h:1/x@y, http://h:1/x@y",
    "me@example.org, me@example.org"
  })
  void ofAnAddressOnlyWhoSpeaksIsHidden(String address, String shown) {
    assertThat(SecretValues.masked("schema.registry.url", address)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"garam.input.topic", "ssl.key", "sasl.mechanism", "consumer.client.id"})
  void whatIsNoSecretIsShown(String key) {
    assertThat(SecretValues.masked(key, "plain")).isEqualTo("plain");
  }

  @Test
  void aPasswordOfKafkaIsOneUnderAnyPrefix() {
    assertThat(SecretValues.masked("ssl.keystore.key", "k")).isEqualTo("(hidden)");
    assertThat(SecretValues.masked("restore.consumer.ssl.keystore.key", "k")).isEqualTo("(hidden)");
    assertThat(SecretValues.masked("my-ssl.keystore.key", "k")).isEqualTo("k");
  }
}
