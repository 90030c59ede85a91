package io.garam.app.replay;

import io.garam.evaluation.GoldLabel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts what stands where a label belongs and cannot be one, so that it is not passed over. */
final class UnusableLabels {

  private long count;
  private @Nullable String first;

  /** Notes what people wrote, if it is of no use. */
  void add(GoldLabel given) {
    if (given.fault() != null) {
      count++;
      first = first == null ? given.fault() : first;
    }
  }

  /**
   * Returns a sentence on them, empty where there are none.
   *
   * @param where they were found, such as "Values at /label"
   */
  Optional<String> told(String where) {
    return count == 0
        ? Optional.empty()
        : Optional.of(
            where
                + " that can be no label, and so count for nothing: "
                + count
                + ", the first of them "
                + first
                + "; a label is text, an integer or a list of one of these.");
  }
}
