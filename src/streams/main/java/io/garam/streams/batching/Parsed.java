package io.garam.streams.batching;

import io.garam.streams.event.Event;
import io.garam.streams.event.UntaggableEventException;
import org.jspecify.annotations.Nullable;

/**
 * Parsed value: what is known of a record before the model has read the texts of all.
 *
 * @param prepared what it is, where it needs no model
 * @param event what the model has to read, where it does
 */
record Parsed(@Nullable Prepared prepared, @Nullable Event event) {

  static Parsed ready(Prepared prepared) {
    return new Parsed(prepared, null);
  }

  static Parsed rejected(UntaggableEventException reason) {
    return ready(new Prepared.Rejected(reason));
  }
}
