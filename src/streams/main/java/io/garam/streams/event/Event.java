package io.garam.streams.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.garam.nlu.Intent;
import io.garam.nlu.io.Json;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * An event that can be tagged without being rewritten: only the place of the intent changes, so
 * that unknown fields, their order, number formats and white space reach the output byte by byte.
 *
 * @param json the whole value
 * @param slot where the intent goes
 * @param text the utterance; empty where the event says nothing and only ends its dialogue
 * @param dialogueId which dialogue it belongs to, null if nothing tells
 * @param speaker who says it, null if not known
 * @param utteranceId what tells it from others of its dialogue, null if nothing does
 * @param ends whether its dialogue ends here
 */
public record Event(
    String json,
    Slot slot,
    String text,
    @Nullable String dialogueId,
    @Nullable String speaker,
    @Nullable String utteranceId,
    boolean ends) {

  /** The field of the output event that Garam writes. */
  public static final String INTENT = "intent";

  /**
   * A stretch of the event that the intent replaces, in UTF-16 units.
   *
   * @param from where it begins
   * @param to where it ends, exclusive; equal to {@code from} where the event has no intent yet
   * @param prefix what must stand before the intent: comma and name for a new field
   */
  public record Slot(int from, int to, String prefix) {

    /** Says whether the event has such a field already, which the intent replaces. */
    public boolean isTaken() {
      return from < to;
    }

    static Slot newField(int end) {
      return new Slot(end, end, ",\"" + INTENT + "\":");
    }

    static Slot existingValue(int from, int to) {
      return new Slot(from, to, "");
    }
  }

  /** Returns the output value: this event with an intent, UTF-8. */
  public byte[] with(Intent intent) {
    try {
      String value = Json.MAPPER.writeValueAsString(intent);
      return new StringBuilder(json.length() + slot.prefix().length() + value.length())
          .append(json, 0, slot.from())
          .append(slot.prefix())
          .append(value)
          .append(json, slot.to(), json.length())
          .toString()
          .getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an intent always has a JSON form", e);
    }
  }
}
