package io.garam.streams.config;

import io.garam.nlu.text.Printable;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigException;

/**
 * Values that Kafka's config providers give, such as {@code
 * ${file:/run/secrets/kafka.properties:password}}. Kafka leaves a reference as it stands where its
 * provider knows nothing of it, and would then log in with the reference for a password.
 */
final class ProvidedValues {

  /** As {@code org.apache.kafka.common.config.ConfigTransformer} has it. */
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]*?):(([^}]*?):)?([^}]*?)}");

  private ProvidedValues() {}

  /** Says whether a key is of the providers themselves, which no client needs any more. */
  static boolean isProviderKey(String key) {
    return key.equals(AbstractConfig.CONFIG_PROVIDERS_CONFIG)
        || key.startsWith(AbstractConfig.CONFIG_PROVIDERS_CONFIG + ".");
  }

  /**
   * Requires that each reference to a provider has been replaced.
   *
   * @param given the settings as they were given
   * @param resolved the same with what the providers gave
   * @throws ConfigException if one has not; it names the reference and no value
   */
  static void require(Map<String, ?> given, Map<String, ?> resolved) {
    List<String> providers =
        Stream.ofNullable(given.get(AbstractConfig.CONFIG_PROVIDERS_CONFIG))
            .flatMap(names -> Stream.of(String.valueOf(names).split(",", -1)))
            .map(String::trim)
            .filter(name -> !name.isEmpty())
            .toList();
    given.forEach(
        (key, value) -> {
          Matcher reference = REFERENCE.matcher(String.valueOf(value));
          while (reference.find()) {
            if (providers.contains(reference.group(1))
                && String.valueOf(resolved.get(key)).contains(reference.group())) {
              throw new ConfigException(unresolved(key, reference.group(), reference.group(1)));
            }
          }
        });
  }

  /**
   * Returns what is wrong with settings, without what a provider gave, which may be a secret.
   *
   * @param wrong may quote the value of one that it names
   * @param given the settings as they were given
   */
  static String hidden(String wrong, Map<String, ?> given) {
    return given.entrySet().stream()
        .filter(setting -> REFERENCE.matcher(String.valueOf(setting.getValue())).find())
        .filter(setting -> wrong.contains(setting.getKey()))
        .filter(setting -> !REFERENCE.matcher(wrong).find())
        .findFirst()
        .map(
            setting ->
                "what "
                    + setting.getValue()
                    + " stands for is no value that "
                    + setting.getKey()
                    + " can have")
        .orElseGet(() -> Printable.withoutUsers(wrong));
  }

  private static String unresolved(String key, String reference, String provider) {
    return "the value of "
        + key
        + " refers to "
        + reference
        + ", but the config provider "
        + provider
        + " gives nothing for that (see that its path and key are right, that config.providers."
        + provider
        + ".class is set, and that config.providers has no spaces)";
  }
}
