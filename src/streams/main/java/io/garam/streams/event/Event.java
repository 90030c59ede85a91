package io.garam.streams.event;

import io.garam.nlu.Intent;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * An event that can be tagged without being rewritten: only the place of the intent changes, so
 * that unknown fields, their order, number formats and white space reach the output byte by byte.
 *
 * @param value the whole value, JSON in UTF-8
 * @param place where the intent goes
 * @param text the utterance; empty where the event says nothing and only ends its dialogue
 * @param dialogueId which dialogue it belongs to, null if nothing tells
 * @param speaker who says it, null if not known
 * @param utteranceId what tells it from others of its dialogue, null if nothing does
 * @param ends whether its dialogue ends here
 */
public record Event(
    byte[] value,
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
   * @param intents writes the intent
   * @throws UntaggableEventException if the event has no place for it
   */
  public byte[] with(Intent intent, IntentSerializer intents) {
    IntentSlot slot = slot();
    ByteBuffer json = intents.serialize(intent);
    return ByteBuffer.allocate(
            value.length
                - (slot.to() - slot.from())
                + slot.prefix().length
                + json.remaining()
                + slot.suffix().length)
        .put(value, 0, slot.from())
        .put(slot.prefix())
        .put(json)
        .put(slot.suffix())
        .put(value, slot.to(), value.length - slot.to())
        .array();
  }
}
