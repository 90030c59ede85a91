package io.garam.app.train.settings;

import io.garam.app.usage.UsageException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Condition of flags: where alone they change anything.
 *
 * @param where the condition, such as "words are read"
 * @param otherwise what is trained where it does not hold
 * @param next what to do then
 */
record FlagCondition(String where, String otherwise, String next) {

  /**
   * Refuses a flag where the condition does not hold.
   *
   * @param given the flag's value, null where it was not given
   * @throws UsageException if it was
   */
  void refuse(String flag, @Nullable Object given) {
    if (given != null) {
      throw new UsageException(
          "Expected --"
              + flag
              + " only where "
              + where
              + ", but found "
              + given.toString().toLowerCase(Locale.ROOT)
              + " for "
              + otherwise
              + "; "
              + next
              + ".");
    }
  }
}
