package io.garam.app.deadletters;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tally of dead letters for one reason: what has been counted of a {@link ReasonGroup} so far. */
final class ReasonTally {

  /** Letters of one code may have many sentences, of which the first ones are counted apart. */
  private static final int MOST_SENTENCES = 20;

  private final @Nullable String code;
  private final Map<String, Long> sentences = new LinkedHashMap<>();
  private long count;
  private @Nullable Instant first;
  private @Nullable Instant last;

  /**
   * @param code of the reason, null where the letters have none
   */
  ReasonTally(@Nullable String code) {
    this.code = code;
  }

  /**
   * Counts a letter.
   *
   * @param time of its event, null where it has none
   */
  void add(String sentence, @Nullable Instant time) {
    count++;
    if (sentences.containsKey(sentence) || sentences.size() < MOST_SENTENCES) {
      sentences.merge(sentence, 1L, Long::sum);
    }
    if (time != null) {
      first = first == null || time.isBefore(first) ? time : first;
      last = last == null || time.isAfter(last) ? time : last;
    }
  }

  /** Returns the group, of at least one letter. */
  ReasonGroup group() {
    Map.Entry<String, Long> most =
        Collections.max(
            sentences.entrySet(),
            Map.Entry.<String, Long>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())));
    return new ReasonGroup(code, most.getKey(), count, most.getValue(), first, last);
  }
}
