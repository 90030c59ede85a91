package io.garam.streams.batching;

import io.garam.streams.batching.Prepared.EndOfDialogue;
import io.garam.streams.batching.Prepared.Tombstone;
import io.garam.streams.event.Event;
import io.garam.streams.event.EventReader;
import io.garam.streams.event.ReasonCode;
import io.garam.streams.event.UntaggableEventException;
import org.jspecify.annotations.Nullable;

/** Parser of records' values, which finds those that a model has to read. */
record ValueParser(EventReader reader) {

  /**
   * Parses a value. Whatever it makes of that, other records go on.
   *
   * @param model which is to read the text, and says whether there is any
   */
  Parsed parse(byte @Nullable [] value, IntentModel model) {
    try {
      return value == null ? Parsed.ready(new Tombstone()) : parsed(value, model);
    } catch (UntaggableEventException e) {
      return Parsed.rejected(e);
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      return Parsed.rejected(
          new UntaggableEventException(
              ReasonCode.INTERNAL_ERROR,
              "Expected to read the event, but Garam failed on it: " + e + "."));
    }
  }

  private Parsed parsed(byte[] value, IntentModel model) {
    Event event = reader.read(value);
    if (!model.isBlank(event.text())) {
      // One that has no place for an intent is refused before the model reads it.
      var unused = event.slot();
      return new Parsed(null, event);
    }
    if (event.ends()) {
      return Parsed.ready(new EndOfDialogue(value));
    }
    throw new UntaggableEventException(
        ReasonCode.BLANK_TEXT,
        "Expected a text to tag, but it is empty or has only white space and invisible"
            + " characters.");
  }
}
