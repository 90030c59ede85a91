package io.garam.streams.config;

import io.garam.nlu.GaramException;
import io.garam.nlu.text.Printable;
import java.util.Optional;

/** Spelling of configuration keys: tells one that a user meant otherwise from one for a plug-in. */
final class KeySpelling {

  private static final int LONGEST_KEY = 100;

  private KeySpelling() {}

  /**
   * Requires that a key is known, or like none of Garam's and Kafka's.
   *
   * @throws GaramException if it is not
   */
  static void require(String key) {
    if (KnownKeys.contains(key)) {
      return;
    }
    boolean own = key.startsWith(GaramConfig.OWN_PREFIX);
    Optional<String> meant = KnownKeys.nearest(key);
    if (own || meant.isPresent()) {
      throw new GaramException(
          "Expected a configuration key of "
              + (own ? "Garam's" : "Garam's or Kafka's")
              + ", but found "
              + Printable.beginning(key, LONGEST_KEY)
              + "; "
              + meant.map(known -> "did you mean " + known + "? ").orElse("")
              + "docs/configuration.md lists Garam's.");
    }
  }
}
