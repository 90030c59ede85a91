package io.garam.streams.config;

import io.garam.streams.event.PointerSyntax;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** Pointers into an event, as settings give them. */
final class EventPointers {

  static final ConfigDef.Validator VALIDATOR =
      ConfigDef.LambdaValidator.with(
          EventPointers::check,
          () -> "a JSON pointer; what is read and what is written are not in each other");

  /** As {@link #VALIDATOR}, where the field need not be in events. */
  static final ConfigDef.Validator OPTIONAL =
      ConfigDef.LambdaValidator.with(
          (name, value) -> {
            if (!"".equals(value)) {
              check(name, value);
            }
          },
          () -> "a JSON pointer, apart from `garam.intent.pointer`; or empty");

  private EventPointers() {}

  private static void check(String name, Object value) {
    try {
      if (PointerSyntax.compile(String.valueOf(value)).matches()) {
        throw new ConfigException(name, value, "must point to a field, such as /text");
      }
    } catch (IllegalArgumentException e) {
      throw new ConfigException(
          name, value, "must be a JSON pointer such as /text: " + e.getMessage());
    }
  }

  /**
   * Requires that the intent is written beside what is read.
   *
   * @throws ConfigException if it would change or be part of something that is read
   */
  static void require(GaramConfig config) {
    String written = config.getString(GaramConfig.INTENT_POINTER);
    for (String key : GaramConfig.POINTERS) {
      String read = config.getString(key);
      if (key.equals(GaramConfig.INTENT_POINTER) || read.isEmpty()) {
        continue;
      }
      if ((read + "/").startsWith(written + "/") || (written + "/").startsWith(read + "/")) {
        throw new ConfigException(
            key, read, "must be apart from " + GaramConfig.INTENT_POINTER + ", " + written);
      }
    }
  }
}
