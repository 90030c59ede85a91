package io.garam.streams.config;

import com.fasterxml.jackson.core.JsonPointer;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** Pointers into an event, as settings give them. */
final class EventPointers {

  static final ConfigDef.Validator VALIDATOR =
      ConfigDef.LambdaValidator.with(
          EventPointers::check,
          () -> "a JSON pointer; what is read and what is written are not in each other");

  private EventPointers() {}

  private static void check(String name, Object value) {
    try {
      if (JsonPointer.compile(String.valueOf(value)).matches()) {
        throw new ConfigException(name, value, "must point to a field, such as /text");
      }
    } catch (IllegalArgumentException e) {
      throw new ConfigException(name, value, "must be a JSON pointer such as /text");
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
      if (key.equals(GaramConfig.INTENT_POINTER)) {
        continue;
      }
      String read = config.getString(key);
      if ((read + "/").startsWith(written + "/") || (written + "/").startsWith(read + "/")) {
        throw new ConfigException(
            key, read, "must be apart from " + GaramConfig.INTENT_POINTER + ", " + written);
      }
    }
  }
}
