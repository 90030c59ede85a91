package io.garam.streams.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import io.garam.streams.client.Brokers;
import io.garam.streams.settings.TaggerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.provider.EnvVarConfigProvider;
import org.apache.kafka.common.config.provider.FileConfigProvider;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvidedValuesTest {

  private static final String JAAS = "a.Module required username=\"u\" password=\"%s\";";

  @TempDir private Path folder;
  private Path secrets;

  @BeforeEach
  void writeSecrets() throws IOException {
    secrets = folder.resolve("secrets.properties");
    Files.writeString(
        secrets, "password=from-file\nmodel=some/model\nliteral=a${file:" + secrets + ":model}b\n");
  }

  private GaramConfig config(String key, String value) {
    Map<String, String> settings =
        new HashMap<>(
            Map.of(
                "garam.model", "m",
                "bootstrap.servers", "localhost:9092",
                "config.providers", "file,env",
                "config.providers.file.class", FileConfigProvider.class.getName(),
                "config.providers.env.class", EnvVarConfigProvider.class.getName()));
    settings.put(key, value);
    return GaramConfig.of(settings);
  }

  private String file(String key) {
    return "${file:" + secrets + ":" + key + "}";
  }

  @Test
  void everyKindOfClientIsToldTheValueAndNotTheReference() {
    String jaas = JAAS.formatted("from-file");
    GaramConfig config = config("sasl.jaas.config", JAAS.formatted(file("password")));
    StreamsConfig streams = new StreamsConfig(config.streamsProperties());
    assertThat(streams.getAdminConfigs("c")).containsEntry("sasl.jaas.config", jaas);
    assertThat(streams.getProducerConfigs("c")).containsEntry("sasl.jaas.config", jaas);
    assertThat(streams.getMainConsumerConfigs("g", "c", 0)).containsEntry("sasl.jaas.config", jaas);
    assertThat(streams.getRestoreConsumerConfigs("c")).containsEntry("sasl.jaas.config", jaas);
    Brokers brokers = new TaggerSettings(config).brokers();
    assertThat(brokers.producerProperties()).containsEntry("sasl.jaas.config", jaas);
  }

  @Test
  void ownKeysMayReferToFilesAndVariablesToo() {
    assertThat(config("garam.model", file("model")).model()).isEqualTo(Path.of("some/model"));
    assertThat(config("garam.model", "${env:PATH}").getString("garam.model"))
        .isEqualTo(System.getenv("PATH"));
  }

  @Test
  void whatAProviderGivesIsNotTakenForAReferenceItself() {
    Map<String, Object> told = config("ssl.key.password", file("literal")).streamsProperties();
    assertThat(new StreamsConfig(told).getProducerConfigs("c"))
        .containsEntry("ssl.key.password", "a" + file("model") + "b");
  }

  @Test
  void aReferenceThatGivesNothingIsRefusedAndNotSentAsAPassword() {
    assertThatThrownBy(() -> config("sasl.jaas.config", JAAS.formatted(file("pasword"))))
        .isInstanceOf(GaramException.class)
        .hasMessageStartingWith("Expected a valid configuration, but found this: the value of")
        .hasMessageContaining("sasl.jaas.config refers to " + file("pasword") + ", but")
        .hasMessageContaining("config.providers.file.class");
    assertThatThrownBy(() -> config("ssl.key.password", "${env:GARAM_TEST_NO_SUCH_VARIABLE}"))
        .hasMessageContaining("the config provider env gives nothing for that");
    assertThatThrownBy(() -> config("ssl.key.password", "${file:/no/such/file:k}"))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("/no/such/file");
  }

  @Test
  void whatOnlyLooksLikeAReferenceStaysAsItIs() {
    assertThat(config("ssl.key.password", "${other:x}").streamsProperties())
        .containsEntry("ssl.key.password", "${other:x}");
  }

  private static void require(String providers, String value, String resolved) {
    ProvidedValues.require(
        Map.of("config.providers", providers, "k", value), Map.of("k", resolved));
  }

  @Test
  void ofSeveralReferencesInAValueTheOneThatGaveNothingIsNamed() {
    assertThatThrownBy(() -> require("file,env", "${env:A}-${file:/f:b}-${env:C}", "x-y-${env:C}"))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "the value of k refers to ${env:C}, but the config provider env gives nothing for that"
                + " (see that its path and key are right, that config.providers.env.class is set,"
                + " and that config.providers has no spaces)");
    assertThatCode(() -> require("file,env", "${env:A}-${file:/f:b}", "x-y"))
        .doesNotThrowAnyException();
  }

  /** Kafka does not trim the names and finds no provider then. */
  @Test
  void aProviderBehindASpaceIsOneThatWasMeant() {
    assertThatThrownBy(() -> require("file, env", "${env:A}", "${env:A}"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("config.providers has no spaces");
  }

  @Test
  void withoutProvidersNothingIsAReference() {
    assertThatCode(() -> ProvidedValues.require(Map.of("k", "${null:A}"), Map.of("k", "${null:A}")))
        .doesNotThrowAnyException();
    assertThatCode(() -> require("", "${env:A} ${:x} ${", "${env:A} ${:x} ${"))
        .doesNotThrowAnyException();
  }

  @Test
  void whatAReferenceGaveMayLookLikeAnotherReference() {
    assertThatCode(() -> require("env", "${env:A}", "${env:B}")).doesNotThrowAnyException();
  }

  @Test
  void theProvidersKeysAreTheirsAndNoOthersAre() {
    assertThat(ProvidedValues.isProviderKey("config.providers")).isTrue();
    assertThat(ProvidedValues.isProviderKey("config.providers.file.param.x")).isTrue();
    assertThat(ProvidedValues.isProviderKey("config.providersx")).isFalse();
    assertThat(ProvidedValues.isProviderKey("config.provider")).isFalse();
  }
}
