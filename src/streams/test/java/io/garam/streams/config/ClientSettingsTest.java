package io.garam.streams.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import io.garam.streams.batching.RecordTime;
import io.garam.streams.memory.DialogueSettings.StoreKind;
import io.garam.streams.settings.TaggerSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.record.internal.CompressionType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings of Kafka's clients, refused before anything connects. */
class ClientSettingsTest {

  private static GaramConfig config(String... settings) {
    Map<String, Object> all = new HashMap<>();
    all.put("garam.model", "m");
    all.put("bootstrap.servers", "localhost:9092");
    for (int i = 0; i < settings.length; i += 2) {
      all.put(settings[i], settings[i + 1]);
    }
    return GaramConfig.of(all);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a:1", "a:65535", "[::1]:9092", "a:1,b:2", "PLAINTEXT://a:9092", " a:1 "})
  void addressesAreHostsWithPorts(String addresses) {
    assertThatCode(() -> config("bootstrap.servers", addresses)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "a:65536", "a:99999", "a:", "a:b", "a:1,b"})
  void anAddressThatIsNoneIsRefused(String addresses) {
    assertThatThrownBy(() -> config("bootstrap.servers", addresses))
        .isInstanceOf(GaramException.class)
        .hasMessageStartingWith("Expected a valid configuration, but found this: Invalid value ")
        .hasMessageContaining("for configuration bootstrap.servers: an address is HOST:PORT; ")
        .hasMessageEndingWith("docs/configuration.md says what each key takes.");
  }

  @Test
  void noAddressAtAllIsRefused() {
    assertThatThrownBy(() -> config("bootstrap.servers", ""))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("bootstrap.servers");
  }

  @ParameterizedTest
  @CsvSource({
    "security.protocol, TLS, security.protocol",
    "producer.acks, some, acks",
    "producer.linger.ms, -1, linger.ms",
    "main.consumer.max.poll.interval.ms, never, max.poll.interval.ms",
    "consumer.fetch.min.bytes, -1, fetch.min.bytes",
    "admin.retries, -1, retries",
  })
  void aValueThatAClientWouldRefuseIsRefusedWithItsKey(String key, String value, String named) {
    assertThatThrownBy(() -> config(key, value))
        .isInstanceOf(GaramException.class)
        .hasMessageStartingWith("Expected a valid configuration, but found this: ")
        .hasMessageContaining(named);
  }

  @Test
  void theThreeTopicsMustDiffer() {
    assertThatThrownBy(() -> config("garam.output.topic", "x", "garam.dead.letter.topic", "x"))
        .hasMessage(
            "Expected a valid configuration, but found this: the topics utterances (input), x"
                + " (output) and x (dead letters) must all differ, or the tagger would read what it"
                + " wrote; docs/configuration.md says what each key takes.");
  }

  @Test
  void whatIsConfiguredIsHandedOnInItsTypes() {
    GaramConfig config =
        config(
            "garam.model", "models/a",
            "garam.max.event.bytes", "77",
            "garam.dialogue.idle", "90s",
            "garam.dialogue.store", "rocksdb",
            "garam.close.timeout.ms", "1234",
            "garam.connect.timeout.ms", "567",
            "garam.topic.partitions", "9",
            "garam.start.from", "latest",
            "application.id", "app",
            "state.dir", "/tmp/x");
    TaggerSettings settings = new TaggerSettings(config);
    assertThat(config.model()).isEqualTo(Path.of("models/a"));
    assertThat(config.maxEventBytes()).isEqualTo(77);
    assertThat(settings.dialogues().idle()).isEqualTo(Duration.ofSeconds(90));
    assertThat(settings.dialogues().kind()).isEqualTo(StoreKind.ROCKSDB);
    assertThat(config.closeTimeout()).isEqualTo(Duration.ofMillis(1234));
    assertThat(config.connectTimeoutMs()).isEqualTo(567);
    assertThat(config.topicPartitions()).isEqualTo(9);
    assertThat(config.startsFromLatest()).isTrue();
    assertThat(config.createTopics()).isFalse();
    assertThat(config.applicationId()).isEqualTo("app");
    assertThat(config.changelogTopic()).isEqualTo("app-dialogues-changelog");
    assertThat(config.stateFolder()).isEqualTo("/tmp/x");
    assertThat(config.timestampExtractor()).isEqualTo(RecordTime.class);
    assertThat(settings.brokers().timeoutMs()).isEqualTo(567);
    assertThat(settings.brokers().addresses()).isEqualTo("localhost:9092");
  }

  @ParameterizedTest
  @CsvSource({"none, NONE", "lz4, LZ4", "zstd, ZSTD", "' gzip ', GZIP"})
  void howTheProducerCompressesIsKnown(String type, CompressionType expected) {
    assertThat(sentAs("producer.compression.type", type)).isEqualTo(expected);
    assertThat(sentAs("compression.type", type)).isEqualTo(expected);
    assertThat(sentAs()).isEqualTo(CompressionType.NONE);
  }

  private static CompressionType sentAs(String... settings) {
    return new TaggerSettings(config(settings)).unknownLimits("intents", false).sentAs().type();
  }

  @Test
  void aKeyOfAMisspelledPrefixIsRefusedAndOneOfAPlugInIsNot() {
    assertThatThrownBy(() -> config("garam.nonsense.that.nothing.resembles", "1"))
        .isInstanceOf(GaramException.class)
        .hasMessage(
            "Expected a configuration key of Garam's, but found"
                + " garam.nonsense.that.nothing.resembles; docs/configuration.md lists Garam's.");
    assertThatThrownBy(() -> config("garam." + "x".repeat(200), "1"))
        .hasMessageContaining("but found garam." + "x".repeat(94) + "…; ");
    assertThat(config("my.plug.in", "1").unknownKeys()).containsExactly("my.plug.in");
  }
}
