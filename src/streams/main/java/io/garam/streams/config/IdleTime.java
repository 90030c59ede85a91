package io.garam.streams.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** A duration as people write it, {@code 90m}, or as ISO 8601 does, {@code PT1H30M}. */
final class IdleTime implements ConfigDef.Validator {

  static Duration parse(String text) {
    String upper = text.trim().toUpperCase(Locale.ROOT);
    return Duration.parse(upper.startsWith("P") ? upper : "PT" + upper);
  }

  @Override
  public void ensureValid(String name, Object value) {
    try {
      if (parse(String.valueOf(value)).toMillis() > 0) {
        return;
      }
    } catch (DateTimeParseException | ArithmeticException e) {
      throw new ConfigException(name, value, "must be " + this);
    }
    throw new ConfigException(name, value, "must be more than nothing");
  }

  @Override
  public String toString() {
    return "a duration such as 1h, 90m, 45s or PT1H30M";
  }
}
