package io.garam.web.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.garam.nlu.Intent;
import io.garam.nlu.Intent.Alternative;
import io.garam.nlu.text.Printable;
import io.garam.streams.event.Event;
import io.garam.streams.output.TaggedRecord;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Row of the page: a tagged event as it is shown.
 *
 * @param at its source position
 * @param time its timestamp, in milliseconds since 1970
 * @param dialogue its key, null for none
 * @param isDialogueWhole whether that is all of it, so that it can be asked for
 * @param latencyMs from its timestamp until it was tagged; null where the timestamp is no time of
 *     this hour
 * @param headers names and values, as far as texts are shown
 * @param event the output event as it is, or its beginning; null where texts are not shown whole
 * @param moreBytes how many bytes of the event follow
 */
record TaggedRow(
    String at,
    long time,
    @Nullable String dialogue,
    boolean isDialogueWhole,
    @Nullable String speaker,
    String text,
    String label,
    float confidence,
    List<Alternative> alternatives,
    @Nullable Long latencyMs,
    Map<String, String> headers,
    @Nullable String event,
    int moreBytes) {

  private static final int LONGEST_TEXT = 2_000;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_EVENT = 8 << 10;
  private static final int MOST_HEADERS = 20;
  private static final long HOUR_MS = 3_600_000;

  /**
   * Returns the row of an event.
   *
   * @param event what is in its value; null where that cannot be read
   */
  static TaggedRow of(TaggedRecord tagged, @Nullable Event event, TextMask mask) {
    Intent intent = tagged.intent();
    byte[] key = tagged.key();
    boolean whole = mask == TextMask.FULL;
    ShownBytes value = ShownBytes.of(tagged.value(), tagged.value().length, LONGEST_EVENT);
    long waited = tagged.taggedAt() - tagged.timestamp();
    return new TaggedRow(
        tagged.at(),
        tagged.timestamp(),
        name(key),
        key != null && Arrays.equals(key, String.valueOf(name(key)).getBytes(UTF_8)),
        event == null || event.speaker() == null ? null : name(event.speaker().getBytes(UTF_8)),
        event == null ? "" : Printable.shortened(mask.shown(event.text()), LONGEST_TEXT),
        intent.label(),
        mask.shown(intent.confidence()),
        intent.alternatives().stream()
            .map(one -> new Alternative(one.label(), mask.shown(one.confidence())))
            .toList(),
        waited < 0 || waited > HOUR_MS ? null : waited,
        whole ? headers(tagged) : Map.of(),
        whole ? new String(value.beginning(), UTF_8) : null,
        whole ? value.more() : 0);
  }

  /** Returns bytes as a name that is not too long to be shown. */
  static @Nullable String name(byte @Nullable [] key) {
    return key == null ? null : Printable.shortened(new String(key, UTF_8), LONGEST_NAME);
  }

  private static Map<String, String> headers(TaggedRecord tagged) {
    Map<String, String> shown = new LinkedHashMap<>();
    tagged
        .firstHeaders(MOST_HEADERS)
        .forEach(
            (name, text) ->
                shown.put(
                    Printable.shortened(name, LONGEST_NAME),
                    Printable.shortened(text, LONGEST_NAME)));
    return shown;
  }
}
