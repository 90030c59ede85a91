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
 * @param place where the intent goes
 * @param text the utterance; empty where the event says nothing and only ends its dialogue
 * @param dialogueId which dialogue it belongs to, null if nothing tells
 * @param speaker who says it, null if not known
 * @param utteranceId what tells it from others of its dialogue, null if nothing does
 * @param ends whether its dialogue ends here
 */
public record Event(
    String json,
    IntentPlace place,
    String text,
    @Nullable String dialogueId,
    @Nullable String speaker,
    @Nullable String utteranceId,
    boolean ends) {

  /**
   * Returns where the intent goes.
   *
   * @throws UntaggableEventException if the event has no place for it
   */
  public IntentSlot slot() {
    return place.slot();
  }

  /**
   * Returns the output value: this event with an intent, UTF-8.
   *
   * @throws UntaggableEventException if the event has no place for it
   */
  public byte[] with(Intent intent) {
    IntentSlot slot = slot();
    try {
      String value = Json.MAPPER.writeValueAsString(intent);
      return new StringBuilder(json.length() + value.length())
          .append(json, 0, slot.from())
          .append(slot.prefix())
          .append(value)
          .append(slot.suffix())
          .append(json, slot.to(), json.length())
          .toString()
          .getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an intent always has a JSON form", e);
    }
  }
}
