package io.garam.streams.config;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.apache.kafka.streams.StreamsConfig;

/** Writes docs/configuration.md from the definition, so that page and program cannot differ. */
final class ConfigurationPage {

  private static final String INTRODUCTION =
      """
      # Configuration

      This page is generated from the program; a test fails when the two differ.

      `garam run`, `send`, `serve`, `replay`, `dead-letters` and `skip` take a setting from the first of these
      that gives it:

      1. a flag of the command, such as `--input-topic chats`;
      2. `--config KEY=VALUE`, for any key: `--config garam.input.topic=chats`;
      3. the environment. A variable is named as the key, in upper case and with underscores for
         dots, and after `KAFKA_` where the key is Kafka's: `GARAM_INPUT_TOPIC=chats`,
         `KAFKA_BOOTSTRAP_SERVERS=broker:9092`, `KAFKA_PRODUCER_LINGER_MS=20`. An empty one is not
         set. One that names no key, such as `KAFKA_HEAP_OPTS`, is passed over; one that begins with
         `GARAM_` and is a key but for a slip is also named in the log;
      4. the properties file of `--command-config FILE`, in UTF-8;
      5. the default.

      `garam config`, given the flags of `garam run`, prints which settings are in effect and from
      which of these each came, with secrets hidden; `--json` and `--all` (defaults too) say how.

      This goes key by key: where two keys concern the same client, such as `linger.ms` and
      `producer.linger.ms`, the prefixed one counts for that client, wherever it comes from. What
      flags of a command fix, such as the topics of a replay, no setting changes.

      Values of keys that begin with `garam.` are checked when the tagger starts, and an unknown one
      is refused. So is a key of Kafka's that is misspelt by one letter or two; any other that Kafka
      does not know is named in the log, and passed on for a plug-in that may know it.

      Every other key goes to Kafka as it is. So all settings of Kafka Streams and its clients work,
      under the names and prefixes that Kafka documents: `security.protocol`, `sasl.jaas.config` and
      `ssl.truststore.location` for all clients, `consumer.fetch.max.bytes` or
      `producer.compression.type` for one of them. `main.consumer.interceptor.classes` is read, and
      Garam's own interceptor put before what it lists.

      ## Secrets

      A value may refer to a file, or to a variable of the environment, through Kafka's
      [config providers](https://kafka.apache.org/documentation/#config_providers):

      ```
      config.providers=file,env
      config.providers.file.class=org.apache.kafka.common.config.provider.FileConfigProvider
      config.providers.file.param.allowed.paths=/run/secrets
      config.providers.env.class=org.apache.kafka.common.config.provider.EnvVarConfigProvider
      security.protocol=SASL_SSL
      sasl.mechanism=SCRAM-SHA-512
      sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required \
          username="garam" password="${file:/run/secrets/kafka.properties:password}";
      ssl.truststore.password=${env:TRUSTSTORE_PASSWORD}
      ```

      This holds for any value, Garam's own keys among them, wherever it is given, and for every
      client that Garam makes. References are replaced once, when the command starts; one for which
      the provider has nothing is refused. Of Kafka's providers, `DirectoryConfigProvider` reads
      secrets that are mounted as one file each.
      """;

  private ConfigurationPage() {}

  static String markdown(ConfigDef definition) {
    return INTRODUCTION
        + section("Garam's own keys", definition, true)
        + section("Kafka's keys with a default of Garam's", definition, false);
  }

  private static String section(String title, ConfigDef definition, boolean own) {
    List<ConfigKey> keys =
        definition.configKeys().values().stream()
            .filter(key -> key.name.startsWith(GaramConfig.OWN_PREFIX) == own)
            .sorted(
                Comparator.comparing((ConfigKey key) -> key.importance).thenComparing(k -> k.name))
            .toList();
    return "\n## "
        + title
        + "\n"
        + keys.stream().map(ConfigurationPage::entry).collect(Collectors.joining());
  }

  private static String entry(ConfigKey key) {
    return String.format(
        Locale.ROOT,
        "%n### `%s`%n%n%s%n%n- type: %s%n- default: %s%n%s",
        key.name,
        key.documentation,
        key.type.name().toLowerCase(Locale.ROOT),
        defaultValue(key),
        key.validator == null ? "" : "- valid values: " + key.validator + "\n");
  }

  private static String defaultValue(ConfigKey key) {
    if (!key.hasDefault()) {
      return "none, it must be set";
    }
    if (key.name.equals(StreamsConfig.NUM_STREAM_THREADS_CONFIG)) {
      return "one for each processor, at most 4";
    }
    Object value = key.defaultValue;
    return "`" + (value instanceof Class<?> type ? type.getName() : value) + "`";
  }
}
