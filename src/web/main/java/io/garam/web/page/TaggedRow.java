package io.garam.web.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.garam.nlu.Intent;
import io.garam.nlu.Intent.Alternative;
import io.garam.nlu.io.Json;
import io.garam.nlu.text.Printable;
import io.garam.streams.event.Event;
import io.garam.streams.event.EventReader;
import io.garam.streams.event.UntaggableEventException;
import io.garam.streams.output.TaggedRecord;
import java.io.IOException;
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
 * @param latencyMs from its timestamp until it was tagged; null where the timestamp is no time of
 *     this hour
 * @param headers names and values, as far as texts are shown
 * @param event the output event; null where texts are not shown whole, or it is long
 */
record TaggedRow(
    String at,
    long time,
    @Nullable String dialogue,
    @Nullable String speaker,
    String text,
    String label,
    float confidence,
    List<Alternative> alternatives,
    @Nullable Long latencyMs,
    Map<String, String> headers,
    @Nullable JsonNode event) {

  private static final int LONGEST_TEXT = 2_000;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_EVENT = 8 << 10;
  private static final int MOST_HEADERS = 20;
  private static final long HOUR_MS = 3_600_000;

  /**
   * Returns the row of an event.
   *
   * @param events reads output events
   */
  static TaggedRow of(TaggedRecord tagged, EventReader events, TextMask mask) {
    Intent intent = tagged.intent();
    byte[] value = tagged.value();
    Event event = read(events, value);
    boolean whole = mask == TextMask.FULL;
    long waited = tagged.taggedAt() - tagged.timestamp();
    return new TaggedRow(
        tagged.at(),
        tagged.timestamp(),
        name(tagged.key()),
        event == null || event.speaker() == null ? null : name(event.speaker().getBytes(UTF_8)),
        event == null ? "" : Printable.shortened(mask.shown(event.text()), LONGEST_TEXT),
        intent.label(),
        mask.shown(intent.confidence()),
        intent.alternatives().stream()
            .map(one -> new Alternative(one.label(), mask.shown(one.confidence())))
            .toList(),
        waited < 0 || waited > HOUR_MS ? null : waited,
        whole ? headers(tagged) : Map.of(),
        whole && value.length <= LONGEST_EVENT ? tree(value) : null);
  }

  /** Reads the utterance of an output event; null where it has none that can be read. */
  static @Nullable Event read(EventReader events, byte[] value) {
    try {
      return events.read(value);
    } catch (UntaggableEventException e) {
      return null;
    }
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

  private static @Nullable JsonNode tree(byte[] value) {
    try {
      return Json.MAPPER.readTree(value);
    } catch (IOException e) {
      return null;
    }
  }
}
