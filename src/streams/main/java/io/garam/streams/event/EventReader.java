package io.garam.streams.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.garam.nlu.io.Json;
import io.garam.nlu.text.Utf8;
import io.garam.streams.event.Event.Slot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
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

  private static final StreamReadConstraints LIMITS =
      Json.MAPPER.getFactory().streamReadConstraints();

  /** Jackson has no exception of its own for it. */
  private static final String DUPLICATE_FIELD = "Duplicate field";

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
    if (value.length > maxBytes) {
      throw new UntaggableEventException(
          ReasonCode.EVENT_TOO_LARGE,
          "Expected an event of at most garam.max.event.bytes ("
              + maxBytes
              + "), but it is larger.");
    }
    if (value.length > 0 && value[0] == 0) {
      throw new UntaggableEventException(
          ReasonCode.SCHEMA_REGISTRY,
          "Expected the value to be a JSON object, but it begins with byte 0, as the Avro, Protobuf"
              + " and JSON of a schema registry do; convert it to plain JSON before Garam.");
    }
    String json = decode(value);
    int start = Utf8.isMarked(json) ? 1 : 0;
    try (JsonParser parser = Json.MAPPER.createParser(json.substring(start))) {
      return read(parser, json, start);
    } catch (JsonProcessingException e) {
      throw notRead(e, start);
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory failed", e);
    }
  }

  /** The JSON library's own words speak to programmers, of its settings and classes. */
  private static UntaggableEventException notRead(JsonProcessingException e, int start) {
    String place =
        " (at character "
            + (e.getLocation() == null ? 0 : e.getLocation().getCharOffset() + start)
            + ").";
    if (e instanceof StreamConstraintsException) {
      return new UntaggableEventException(
          ReasonCode.JSON_LIMIT,
          "Expected JSON that is nested at most "
              + LIMITS.getMaxNestingDepth()
              + " deep, with names of at most "
              + LIMITS.getMaxNameLength()
              + " characters and numbers of at most "
              + LIMITS.getMaxNumberLength()
              + " digits, but the value goes beyond one of these"
              + place);
    }
    if (e.getOriginalMessage().startsWith(DUPLICATE_FIELD)) {
      return new UntaggableEventException(
          ReasonCode.DUPLICATE_FIELD,
          "Expected each field of an object once, but one is there twice" + place);
    }
    if (e instanceof JsonEOFException) {
      return new UntaggableEventException(
          ReasonCode.NOT_JSON,
          "Expected the value to be a JSON object, but it ends in the middle of one" + place);
    }
    return new UntaggableEventException(
        ReasonCode.NOT_JSON, "Expected the value to be a JSON object, but it is not JSON" + place);
  }

  private Event read(JsonParser parser, String json, int start) throws IOException {
    JsonToken first = parser.nextToken();
    if (first != JsonToken.START_OBJECT) {
      throw new UntaggableEventException(
          ReasonCode.NOT_AN_OBJECT,
          "Expected the value to be a JSON object, but found " + name(first) + ".");
    }
    ParsedFields found = new ParsedFields();
    @Nullable Slot slot = null;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String field = parser.currentName();
      parser.nextToken();
      int from = start + (int) parser.currentTokenLocation().getCharOffset();
      search(parser, pointers.member(field), found);
      if (field.equals(Event.INTENT)) {
        parser.finishToken();
        slot = Slot.existingValue(from, start + (int) parser.currentLocation().getCharOffset());
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
        slot == null ? Slot.newField(json.lastIndexOf('}')) : slot,
        found.text == null ? "" : found.text,
        found.dialogueId,
        found.speaker,
        found.utteranceId,
        found.ends);
  }

  /** What has been found of an event so far. */
  private static final class ParsedFields {
    @Nullable String text;
    @Nullable String dialogueId;
    @Nullable String speaker;
    @Nullable String utteranceId;
    boolean ends;
  }

  /** Moves past the current value, and notes what the pointers that lead into it find. */
  private void search(JsonParser parser, @Nullable PointerTree here, ParsedFields found)
      throws IOException {
    if (here == null) {
      parser.skipChildren();
      return;
    }
    for (EventField field : here.fields()) {
      take(parser, field, found);
    }
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        PointerTree member = here.member(parser.currentName());
        parser.nextToken();
        search(parser, member, found);
      }
    } else if (parser.currentToken() == JsonToken.START_ARRAY) {
      for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
        search(parser, here.element(i), found);
      }
    }
  }

  private void take(JsonParser parser, EventField field, ParsedFields found) throws IOException {
    JsonToken token = parser.currentToken();
    boolean string = token == JsonToken.VALUE_STRING;
    switch (field) {
      case TEXT -> found.text = token == JsonToken.VALUE_NULL ? null : text(parser);
      case SPEAKER ->
          found.speaker =
              string && parser.getTextLength() <= LONGEST_SPEAKER ? parser.getText() : null;
      case DIALOGUE -> found.dialogueId = string || token.isNumeric() ? parser.getText() : null;
      case UTTERANCE -> found.utteranceId = string || token.isNumeric() ? parser.getText() : null;
      case END -> found.ends = token == JsonToken.VALUE_TRUE;
    }
  }

  private String text(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw new UntaggableEventException(
          ReasonCode.TEXT_NOT_A_STRING,
          "Expected a string at "
              + textPointer
              + ", but found "
              + name(parser.currentToken())
              + ".");
    }
    return parser.getText();
  }

  private static String decode(byte[] value) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
    } catch (CharacterCodingException e) {
      throw new UntaggableEventException(
          ReasonCode.NOT_UTF8,
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
