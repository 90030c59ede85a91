package io.garam.streams.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownKeysTest {

  @Test
  void theNearestKeyIsTheOneWithTheFewestMistakesAndNoneThatIsFurther() {
    assertThat(KnownKeys.nearest("linger.m")).contains("linger.ms");
    assertThat(KnownKeys.nearest("acsk")).contains("acks");
    assertThat(KnownKeys.nearest("lingeer.mss")).contains("linger.ms");
    assertThat(KnownKeys.nearest("lingeerr.mss")).isEmpty();
    assertThat(KnownKeys.nearest("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "garam.model",
        "bootstrap.servers",
        "main.consumer.fetch.max.bytes",
        "producer.acks",
        "admin.request.timeout.ms",
        "topic.retention.ms",
        "client.tag.zone",
        "config.providers.any.name"
      })
  void keysOfGaramAndKafkaAreKnownUnderAllPrefixes(String key) {
    assertThat(KnownKeys.contains(key)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"garam.modle", "producer.fetch.max.bytes", "topic.acks", "linger"})
  void othersAreNot(String key) {
    assertThat(KnownKeys.contains(key)).isFalse();
  }
}
