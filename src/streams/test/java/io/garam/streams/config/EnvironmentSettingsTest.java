package io.garam.streams.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentSettingsTest {

  private static EnvironmentSettings of(String name) {
    return EnvironmentSettings.of(Map.of(name, "1"));
  }

  @ParameterizedTest
  @CsvSource({
    "GARAM_INPUT_TOPIC, garam.input.topic",
    "GARAM_MANAGEMENT_LISTENER, garam.management.listener",
    "KAFKA_BOOTSTRAP_SERVERS, bootstrap.servers",
    "KAFKA_SASL_JAAS_CONFIG, sasl.jaas.config",
    "KAFKA_APPLICATION_ID, application.id",
    "KAFKA_MAIN_CONSUMER_FETCH_MAX_BYTES, main.consumer.fetch.max.bytes",
    "KAFKA_PRODUCER_LINGER_MS, producer.linger.ms",
    "KAFKA_RACK_AWARE_ASSIGNMENT_NON_OVERLAP_COST, rack.aware.assignment.non_overlap_cost",
    "KAFKA_CONFIG_PROVIDERS, config.providers",
    "KAFKA_CONFIG_PROVIDERS_FILE_CLASS, config.providers.file.class",
    "KAFKA_CLIENT_TAG_ZONE, client.tag.zone",
  })
  void aVariableNamedAsAKeyGivesIt(String name, String key) {
    assertThat(of(name)).isEqualTo(new EnvironmentSettings(Map.of(key, "1"), List.of()));
  }

  @Test
  void everyKeyOfGaramsHasAVariable() {
    for (String key : GaramConfig.DEFINITION.names()) {
      assertThat(of(VariableNames.of(key)).values()).containsExactly(Map.entry(key, "1"));
    }
  }

  /** Of Garam's own scripts and log, of Kafka's scripts and images, of Kubernetes. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "GARAM_LOG",
        "GARAM_LOG_KAFKA",
        "GARAM_LOG_FORMAT",
        "GARAM_JAVA_OPTS",
        "GARAM_HOME",
        "GARAM_SERVICE_HOST",
        "GARAM_PORT",
        "GARAM_PORT_7878_TCP",
        "GARAM_",
        "KAFKA_HEAP_OPTS",
        "KAFKA_OPTS",
        "KAFKA_LOG4J_OPTS",
        "KAFKA_JMX_OPTS",
        "KAFKA_VERSION",
        "KAFKA_HOME",
        "KAFKA_LISTENERS",
        "KAFKA_LISTENER_NAME_EXTERNAL_SSL_KEY_PASSWORD",
        "KAFKA_PORT",
        "KAFKA_SERVICE_HOST",
        "KAFKA_CONFIG_PROVIDERS_",
        "KAFKA_",
        "BOOTSTRAP_SERVERS",
        "garam.input.topic",
        "garam_input_topic",
      })
  void variablesThatAreNoSettingsArePassedOverWithoutAWord(String name) {
    assertThat(of(name)).isEqualTo(new EnvironmentSettings(Map.of(), List.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "GARAM_INPUT_TOPC, GARAM_INPUT_TOPIC",
    "GARAM_INPUTTOPIC, GARAM_INPUT_TOPIC",
    "GARAM_MODLE, GARAM_MODEL",
    "GARAM_BOOTSTRAP_SERVERS, KAFKA_BOOTSTRAP_SERVERS",
    "GARAM_APPLICATION_ID, KAFKA_APPLICATION_ID",
  })
  void aVariableThatIsLikeAKeyAndIsNoneIsNamed(String name, String meant) {
    assertThat(of(name).values()).isEmpty();
    assertThat(of(name).misspelt())
        .containsExactly(
            "Expected the variable "
                + name
                + " of the environment to be a setting, but it is none, and is passed over; did you"
                + " mean "
                + meant
                + "?");
  }

  @Test
  void anEmptyVariableIsNotSet() {
    assertThat(EnvironmentSettings.of(Map.of("GARAM_MODEL", "")).values()).isEmpty();
  }
}
