package io.garam.streams.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.streams.StreamsConfig;

/** Names of environment variables that stand for configuration keys. */
final class VariableNames {

  private static final String OWN = "GARAM_";
  private static final String KAFKA = "KAFKA_";

  /** What follows in a key is a name that users choose; it is taken to be in lower case. */
  private static final List<String> OPEN_PREFIXES =
      List.of(AbstractConfig.CONFIG_PROVIDERS_CONFIG + ".", StreamsConfig.CLIENT_TAG_PREFIX);

  private static final Map<String, String> KEYS =
      KnownKeys.all().stream().collect(Collectors.toMap(VariableNames::of, Function.identity()));

  private VariableNames() {}

  /** Returns the name of the variable for a key. */
  static String of(String key) {
    String name = key.toUpperCase(Locale.ROOT).replace('.', '_');
    return key.startsWith(GaramConfig.OWN_PREFIX) ? name : KAFKA + name;
  }

  /** Returns the key that a variable stands for, if it does for one. */
  static Optional<String> key(String variable) {
    String known = KEYS.get(variable);
    if (known != null || !variable.startsWith(KAFKA)) {
      return Optional.ofNullable(known);
    }
    String key = dotted(variable.substring(KAFKA.length()));
    return OPEN_PREFIXES.stream()
        .filter(prefix -> key.startsWith(prefix) && !key.equals(prefix))
        .map(prefix -> key)
        .findFirst();
  }

  /**
   * Returns the variable that is probably meant by one that begins as Garam's do and stands for no
   * key: one of Kafka's under Garam's prefix, or one of Garam's with a slip.
   */
  static Optional<String> meant(String variable) {
    if (!variable.startsWith(OWN)) {
      return Optional.empty();
    }
    String kafka = KAFKA + variable.substring(OWN.length());
    return key(kafka).isPresent()
        ? Optional.of(kafka)
        : KnownKeys.nearest(dotted(variable))
            .filter(key -> key.startsWith(GaramConfig.OWN_PREFIX))
            .map(VariableNames::of);
  }

  private static String dotted(String variable) {
    return variable.toLowerCase(Locale.ROOT).replace('_', '.');
  }
}
