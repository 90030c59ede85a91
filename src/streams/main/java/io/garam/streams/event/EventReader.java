package io.garam.streams.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.garam.nlu.io.Json;
import io.garam.nlu.text.Utf8;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Parser of events: finds the utterance, what is said about it and the place of the intent in an
 * event's bytes, in one pass and without building a tree. Safe for many threads.
 */
public final class EventReader {

  /** A longer name is none: each dialogue remembers one, in a space that has a bound. */
  public static final int LONGEST_SPEAKER = 256;

  private final JsonPointer textPointer;
  private final PointerTree pointers;
  private final int maxBytes;

  /**
   * @param maxBytes the largest event that is read
   * @param pointers where each field is in the object (RFC 6901); {@link EventField#TEXT} is
   *     required, and of the others those without a pointer are never found
   */
  public EventReader(Map<EventField, JsonPointer> pointers, int maxBytes) {
    this.maxBytes = maxBytes;
    this.textPointer = Objects.requireNonNull(pointers.get(EventField.TEXT), "text pointer");
    this.pointers = PointerTree.of(pointers);
  }

  /**
   * Reads the value of a record.
   *
   * @throws UntaggableEventException if it is not one JSON object in UTF-8 with a text, or one that
   *     ends its dialogue; an object with a field twice is refused, since it is not known which
   *     counts
   */
  public Event read(byte[] value) {
    String json = EventText.decode(value, maxBytes);
    int start = Utf8.isMarked(json) ? 1 : 0;
    try (JsonParser parser = Json.MAPPER.createParser(json.substring(start))) {
      return read(parser, json, start);
    } catch (JsonProcessingException e) {
      throw UnreadableJson.refused(e, start);
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory failed", e);
    }
  }

  private Event read(JsonParser parser, String json, int start) throws IOException {
    JsonToken first = parser.nextToken();
    if (first != JsonToken.START_OBJECT) {
      throw new UntaggableEventException(
          ReasonCode.NOT_AN_OBJECT,
          "Expected the value to be a JSON object, but found " + JsonType.of(first) + ".");
    }
    FieldSearch found = new FieldSearch(textPointer);
    @Nullable IntentSlot slot = null;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String field = parser.currentName();
      parser.nextToken();
      int from = start + (int) parser.currentTokenLocation().getCharOffset();
      found.moveThrough(parser, pointers.member(field));
      if (field.equals(Event.INTENT)) {
        parser.finishToken();
        slot =
            IntentSlot.existingValue(from, start + (int) parser.currentLocation().getCharOffset());
      }
    }
    if (parser.nextToken() != null) {
      throw new UntaggableEventException(
          ReasonCode.NOT_AN_OBJECT,
          "Expected the value to be one JSON object, but something follows it.");
    }
    if (found.text == null && !found.ends) {
      throw new UntaggableEventException(
          ReasonCode.NO_TEXT,
          "Expected the text at " + textPointer + ", but the event has nothing there.");
    }
    return new Event(
        json,
        slot == null ? IntentSlot.newField(json.lastIndexOf('}')) : slot,
        found.text == null ? "" : found.text,
        found.dialogueId,
        found.speaker,
        found.utteranceId,
        found.ends);
  }
}
