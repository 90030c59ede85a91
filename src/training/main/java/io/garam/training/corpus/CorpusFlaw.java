package io.garam.training.corpus;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Corpus flaw, and how often it was found.
 *
 * @param count 0 if never
 * @param of among how many
 * @param example the first that was found, shortened; empty if there is none
 */
public record CorpusFlaw(int count, int of, String example) {

  /** Returns a flaw by the places where it was found. */
  static CorpusFlaw of(List<String> found, int of) {
    return new CorpusFlaw(found.size(), of, found.isEmpty() ? "" : found.get(0));
  }

  /**
   * Tells of the flaw in a sentence, empty where it was not found.
   *
   * @param what was found
   * @param consequence what that means for the model
   */
  Optional<String> told(String what, String consequence) {
    return count == 0
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%s %,d of %,d (%.1f %%), such as %s; %s.",
                what,
                count,
                of,
                100.0 * count / of,
                example,
                consequence));
  }
}
