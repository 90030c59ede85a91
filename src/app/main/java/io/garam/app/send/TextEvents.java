package io.garam.app.send;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.garam.nlu.io.Json;
import java.util.Map;

/**
 * Maker of events of texts: JSON objects with the text where a tagger looks for it.
 *
 * @param text where it goes
 * @param others where what all events have goes, such as the speaker
 */
record TextEvents(JsonPointer text, Map<JsonPointer, String> others) implements EventValues {

  @Override
  public byte[] of(String line) {
    ObjectNode event = Json.MAPPER.createObjectNode();
    put(event, text, line);
    others.forEach((pointer, value) -> put(event, pointer, value));
    return event.toString().getBytes(UTF_8);
  }

  private static void put(ObjectNode event, JsonPointer pointer, String value) {
    JsonPointer holder = pointer.head();
    (holder.matches() ? event : event.withObject(holder))
        .put(pointer.last().getMatchingProperty(), value);
  }
}
