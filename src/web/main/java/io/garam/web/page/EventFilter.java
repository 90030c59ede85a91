package io.garam.web.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.garam.nlu.Intent;
import io.garam.streams.event.Event;
import io.garam.streams.event.EventReader;
import io.garam.streams.output.TaggedRecord;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Filter of tagged events, as a page asks for them. What is cheap to look at comes first: an event
 * is read for its text and its speaker alone where all else fits.
 *
 * @param intent null for any
 * @param unknown whether nothing but unknown fits
 * @param dialogue its name in UTF-8, null for any
 * @param speaker null for any
 * @param text a part of the text in lower case, null for any
 * @param headerName null where no header matters
 * @param headerValue of that header; null for any
 */
record EventFilter(
    @Nullable String intent,
    float minConfidence,
    float maxConfidence,
    boolean unknown,
    byte @Nullable [] dialogue,
    @Nullable String speaker,
    @Nullable String text,
    @Nullable String headerName,
    @Nullable String headerValue) {

  /**
   * Reads a filter from the parameters of a request, of which those that are empty or of no use
   * mean nothing.
   */
  static EventFilter of(Map<String, String> query) {
    String dialogue = given(query, "dialogue");
    String text = given(query, "text");
    String header = given(query, "header");
    String[] nameAndValue = header == null ? new String[0] : header.split("=", 2);
    return new EventFilter(
        given(query, "intent"),
        number(given(query, "minConfidence"), 0),
        number(given(query, "maxConfidence"), 1),
        Boolean.parseBoolean(query.get("unknown")),
        dialogue == null ? null : dialogue.getBytes(UTF_8),
        given(query, "speaker"),
        text == null ? null : text.toLowerCase(Locale.ROOT),
        nameAndValue.length == 0 ? null : nameAndValue[0],
        nameAndValue.length < 2 ? null : nameAndValue[1]);
  }

  private static @Nullable String given(Map<String, String> query, String name) {
    String value = query.get(name);
    return value == null || value.isEmpty() ? null : value;
  }

  private static float number(@Nullable String value, float otherwise) {
    try {
      return value == null ? otherwise : Float.parseFloat(value);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  /** Returns the same filter without what would tell of texts that are not shown. */
  EventFilter withoutTexts() {
    return new EventFilter(
        intent, minConfidence, maxConfidence, unknown, dialogue, speaker, null, null, null);
  }

  /** Says whether an event fits. */
  boolean fits(TaggedRecord tagged, EventReader events) {
    Intent found = tagged.intent();
    return (intent == null || intent.equals(found.label()))
        && found.confidence() >= minConfidence
        && found.confidence() <= maxConfidence
        && (!unknown || found.label().equals(Intent.UNKNOWN))
        && (dialogue == null || Arrays.equals(dialogue, tagged.key()))
        && (headerName == null || tagged.hasHeader(headerName, headerValue))
        && ((speaker == null && text == null) || saysSo(tagged, events));
  }

  private boolean saysSo(TaggedRecord tagged, EventReader events) {
    Event event = TaggedRow.read(events, tagged.value());
    return event != null
        && (speaker == null || speaker.equals(event.speaker()))
        && (text == null || event.text().toLowerCase(Locale.ROOT).contains(text));
  }
}
