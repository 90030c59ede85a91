package io.garam.app.config;

import io.garam.nlu.text.Printable;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Values that are not shown: those of keys that Kafka counts as passwords, or whose name says so.
 */
final class SecretValues {

  static final String HIDDEN = "(hidden)";

  private static final Pattern NAMES =
      Pattern.compile(
          "password|passphrase|secret|token|jaas|credential|api\\.?key|user\\.info",
          Pattern.CASE_INSENSITIVE);

  /** One reference or several to what config providers give, and nothing else. */
  private static final Pattern REFERENCES = Pattern.compile("(\\$\\{[^}]+:[^}]+})+");

  private static final Set<String> PASSWORDS =
      Stream.of(
              StreamsConfig.configDef(),
              ConsumerConfig.configDef(),
              ProducerConfig.configDef(),
              AdminClientConfig.configDef())
          .flatMap(definition -> definition.configKeys().values().stream())
          .filter(key -> key.type == ConfigDef.Type.PASSWORD)
          .map(key -> key.name)
          .collect(Collectors.toSet());

  private SecretValues() {}

  /** Returns a value as it may be shown. */
  static String masked(String key, String value) {
    if (isSecret(key)) {
      return REFERENCES.matcher(value).matches() ? value : HIDDEN;
    }
    return Printable.withoutUsers(value);
  }

  private static boolean isSecret(String key) {
    return NAMES.matcher(key).find()
        || PASSWORDS.stream().anyMatch(name -> key.equals(name) || key.endsWith("." + name));
  }
}
