package io.garam.streams.shadow;

import io.garam.nlu.Intent;
import io.garam.nlu.Intent.Place;
import io.garam.streams.event.Event;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Event that was written with the intent of the model that answers.
 *
 * @param dialogue which it belongs to, null for none
 * @param key of its record
 * @param timestamp of its record, in milliseconds since 1970
 */
public record AnsweredEvent(
    @Nullable Bytes dialogue, Event event, Intent intent, byte @Nullable [] key, long timestamp)
    implements OfferedEvent {

  @Override
  public long bytes() {
    return event.value().length + (long) event.text().length() * Character.BYTES + length(key);
  }

  /** Says whether the model that answered saw its dialogue begin with it. */
  boolean beginsDialogue() {
    Place place = intent.dialogue();
    return place != null && place.utterance() == 1 && place.duplicate() == null;
  }

  private static int length(byte @Nullable [] bytes) {
    return bytes == null ? 0 : bytes.length;
  }
}
