package io.garam.app.deadletters;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Group of dead letters for the same reason: of one code or, where an earlier version gave none, of
 * one sentence.
 *
 * @param code the reason's code, or null if the letters have none
 * @param reason the most frequent sentence of the letters, with {@code N} and {@code '…'} for what
 *     may differ from letter to letter
 * @param count how many letters there are
 * @param ofThem how many of them have that sentence
 * @param first the earliest time, or null if none has one
 * @param last the latest time, or null if none has one
 */
public record ReasonGroup(
    @Nullable String code,
    String reason,
    long count,
    long ofThem,
    @Nullable Instant first,
    @Nullable Instant last) {

  /** Returns the sentence and, where others say otherwise, how many say so. */
  public String sentence() {
    return ofThem == count
        ? reason
        : String.format(Locale.ROOT, "%s (%,d of %,d; the others differ)", reason, ofThem, count);
  }

  /** Returns from when to when the letters are, in one phrase. */
  String span() {
    if (first == null || last == null) {
      return "no time";
    }
    return first.equals(last) ? first.toString() : first + " to " + last;
  }
}
