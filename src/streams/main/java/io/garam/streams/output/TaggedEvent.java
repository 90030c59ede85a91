package io.garam.streams.output;

import com.fasterxml.jackson.core.JsonPointer;
import io.garam.nlu.Intent;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * Tagged event: the value of an output record, and the intent that is in it.
 *
 * @param value the event with its intent, JSON in UTF-8; as it came where it has no utterance, null
 *     for a tombstone
 * @param intent null where the event has no utterance, as a tombstone or the end of a dialogue
 * @since 0.1.0
 */
public record TaggedEvent(byte @Nullable [] value, @Nullable Intent intent) {

  /** Says whether the event has an utterance of that intent. */
  public boolean hasLabel(String label) {
    return intent != null && intent.label().equals(label);
  }

  /**
   * Returns the serde of tagged events: what is written is the value, byte by byte. The intent is
   * read at {@code /intent}.
   */
  public static Serde<TaggedEvent> serde() {
    return serde("/intent");
  }

  /**
   * Returns the serde of tagged events that have their intent elsewhere.
   *
   * @param intent where it is, as {@code garam.intent.pointer} has it
   * @throws IllegalArgumentException if that is no JSON pointer
   */
  public static Serde<TaggedEvent> serde(String intent) {
    return Serdes.serdeFrom(
        (topic, event) -> event == null ? null : event.value(),
        new TaggedEventDeserializer(JsonPointer.compile(intent)));
  }
}
