package io.garam.streams.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.garam.nlu.Json;
import io.garam.streams.event.Event.Slot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Finds the utterance and the place of the intent in an event's bytes, in one pass and without
 * building a tree. Safe for many threads.
 */
public final class EventReader {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final JsonPointer textPointer;

  /**
   * @param textPointer where the text is in the object (RFC 6901)
   */
  public EventReader(JsonPointer textPointer) {
    this.textPointer = textPointer;
  }

  /**
   * Reads the value of a record.
   *
   * @throws UntaggableEventException if it is not one JSON object in UTF-8 with a string where the
   *     pointer points; an object with a field twice is refused, since it is not known which counts
   */
  public Event read(byte[] value) {
    String json = decode(value);
    int start = !json.isEmpty() && json.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
    try (JsonParser parser = Json.MAPPER.createParser(json.substring(start))) {
      return read(parser, json, start);
    } catch (JsonProcessingException e) {
      throw new UntaggableEventException(
          "Expected the value to be a JSON object, but it is not JSON: "
              + e.getOriginalMessage().replaceAll("\\s+", " ")
              + " (at character "
              + (e.getLocation() == null ? 0 : e.getLocation().getCharOffset() + start)
              + ").");
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory failed", e);
    }
  }

  private Event read(JsonParser parser, String json, int start) throws IOException {
    JsonToken first = parser.nextToken();
    if (first != JsonToken.START_OBJECT) {
      throw new UntaggableEventException(
          "Expected the value to be a JSON object, but found " + name(first) + ".");
    }
    @Nullable String text = null;
    @Nullable Slot slot = null;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String field = parser.currentName();
      parser.nextToken();
      int from = start + (int) parser.currentTokenLocation().getCharOffset();
      String found = find(parser, textPointer.matchProperty(field));
      text = found == null ? text : found;
      if (field.equals(Event.INTENT)) {
        parser.finishToken();
        slot = Slot.existingValue(from, start + (int) parser.currentLocation().getCharOffset());
      }
    }
    if (parser.nextToken() != null) {
      throw new UntaggableEventException(
          "Expected the value to be one JSON object, but something follows it.");
    }
    if (text == null) {
      throw new UntaggableEventException(
          "Expected the text at " + textPointer + ", but the event has nothing there.");
    }
    return new Event(json, text, slot == null ? Slot.newField(json.lastIndexOf('}')) : slot);
  }

  /** Moves past the current value; returns the text if the rest of the pointer leads to it. */
  private @Nullable String find(JsonParser parser, @Nullable JsonPointer rest) throws IOException {
    if (rest == null) {
      parser.skipChildren();
      return null;
    }
    if (rest.matches()) {
      if (parser.currentToken() != JsonToken.VALUE_STRING) {
        throw new UntaggableEventException(
            "Expected a string at "
                + textPointer
                + ", but found "
                + name(parser.currentToken())
                + ".");
      }
      return parser.getText();
    }
    @Nullable String text = null;
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        JsonPointer inner = rest.matchProperty(parser.currentName());
        parser.nextToken();
        String found = find(parser, inner);
        text = found == null ? text : found;
      }
    } else if (parser.currentToken() == JsonToken.START_ARRAY) {
      for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
        String found = find(parser, rest.matchElement(i));
        text = found == null ? text : found;
      }
    }
    return text;
  }

  private static String decode(byte[] value) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
    } catch (CharacterCodingException e) {
      throw new UntaggableEventException(
          "Expected the value to be a JSON object in UTF-8, but its bytes are not UTF-8.");
    }
  }

  private static String name(@Nullable JsonToken token) {
    if (token == null) {
      return "nothing";
    }
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_STRING -> "a string";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
      case VALUE_TRUE, VALUE_FALSE -> "a boolean";
      case VALUE_NULL -> "null";
      default -> "something else";
    };
  }
}
