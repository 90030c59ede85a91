package io.garam.web.page;

import io.garam.streams.deadletters.Letter;
import io.garam.streams.event.SourcePosition;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Row of a dead letter.
 *
 * @param at where the event was in the input topic, or where the letter is if that is not said
 * @param message the reason; empty where texts are not shown whole
 * @param key of the event, as text
 * @param value the first bytes in Base64; null where there is none or texts are not shown whole
 * @param moreBytes how many follow
 */
record LetterRow(
    String at,
    long time,
    String reason,
    String message,
    @Nullable String key,
    @Nullable String value,
    int moreBytes) {

  /** Bytes of a value that are shown. */
  static final int LONGEST_VALUE = 4 << 10;

  private static final String OTHER = "other";

  /** Returns rows of letters, and how many there are of each reason. */
  static Map<String, Object> of(List<Letter> letters, TextMask mask) {
    List<LetterRow> rows = letters.stream().map(letter -> of(letter, mask)).toList();
    Map<String, Integer> reasons = new TreeMap<>();
    rows.forEach(row -> reasons.merge(row.reason(), 1, Integer::sum));
    return Map.of("letters", rows, "reasons", reasons);
  }

  private static LetterRow of(Letter letter, TextMask mask) {
    byte[] value = letter.value();
    ShownBytes shown =
        value == null || mask != TextMask.FULL
            ? null
            : ShownBytes.of(value, letter.valueBytes(), LONGEST_VALUE);
    return new LetterRow(
        letter.source().map(SourcePosition::toString).orElseGet(() -> letter.place().toString()),
        letter.time().map(Instant::toEpochMilli).orElse(0L),
        letter.code().orElse(OTHER),
        mask == TextMask.FULL ? letter.reason().orElse("") : "",
        TaggedRow.name(letter.key()),
        shown == null ? null : Base64.getEncoder().encodeToString(shown.beginning()),
        shown == null ? 0 : shown.more());
  }
}
