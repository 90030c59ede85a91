package io.garam.streams.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.garam.nlu.io.Json;
import io.garam.nlu.text.Utf8;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
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

  private static final JsonPointer USUAL_INTENT = JsonPointer.compile("/intent");

  private final JsonPointer textPointer;
  private final PointerTree pointers;
  private final IntentPath intent;
  private final ExistingIntent existing;
  private final int maxBytes;
  private final @Nullable TextWrapper texts;

  /**
   * @param pointers where each field is in the object (RFC 6901); {@link EventField#TEXT} is
   *     required, {@link EventField#INTENT} is {@code /intent} where it is left out, and of the
   *     others those without a pointer are never found
   * @param existing what becomes of an event that has something where the intent goes
   * @param maxBytes the largest event that is read
   */
  public EventReader(Map<EventField, JsonPointer> pointers, ExistingIntent existing, int maxBytes) {
    this(pointers, existing, maxBytes, false);
  }

  private EventReader(
      Map<EventField, JsonPointer> pointers,
      ExistingIntent existing,
      int maxBytes,
      boolean areTexts) {
    this.maxBytes = maxBytes;
    this.existing = existing;
    this.textPointer = Objects.requireNonNull(pointers.get(EventField.TEXT), "text pointer");
    this.intent = IntentPath.of(pointers.getOrDefault(EventField.INTENT, USUAL_INTENT));
    Map<EventField, JsonPointer> read = new HashMap<>(pointers);
    read.remove(EventField.INTENT);
    this.pointers = PointerTree.of(read);
    this.texts = areTexts ? new TextWrapper(textPointer) : null;
  }

  /**
   * Returns a reader of values that are the text itself and no JSON. The event that it makes of one
   * has the text where the pointer says and nothing else.
   */
  public static EventReader ofTexts(
      Map<EventField, JsonPointer> pointers, ExistingIntent existing, int maxBytes) {
    return new EventReader(pointers, existing, maxBytes, true);
  }

  /**
   * Reads the value of a record. Whether the intent has a place in it is for {@link Event#slot} to
   * say: an event that only ends its dialogue needs none.
   *
   * @throws UntaggableEventException if it is not one JSON object in UTF-8 with a text, or one that
   *     ends its dialogue; an object with a field twice is refused, since it is not known which
   *     counts
   */
  public Event read(byte[] value) {
    String decoded = EventText.decode(value, maxBytes);
    if (texts == null) {
      return read(value, decoded);
    }
    String json = texts.event(decoded);
    return read(json.getBytes(UTF_8), json);
  }

  private Event read(byte[] value, String json) {
    int start = Utf8.isMarked(json) ? 1 : 0;
    try (JsonParser parser = Json.MAPPER.createParser(json.substring(start))) {
      return read(
          parser,
          value,
          new FieldSearch(textPointer, intent, new Utf8Offsets(json, value.length), start));
    } catch (JsonProcessingException e) {
      throw UnreadableJson.refused(e, start);
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory failed", e);
    }
  }

  private Event read(JsonParser parser, byte[] value, FieldSearch found) throws IOException {
    JsonToken first = parser.nextToken();
    if (first != JsonToken.START_OBJECT) {
      throw new UntaggableEventException(
          ReasonCode.NOT_AN_OBJECT,
          "Expected the value to be a JSON object, but found " + JsonType.of(first) + ".");
    }
    found.moveThrough(parser, pointers);
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
        value,
        place(found),
        found.text == null ? "" : found.text,
        found.dialogueId,
        found.speaker,
        found.utteranceId,
        found.ends);
  }

  private IntentPlace place(FieldSearch found) {
    IntentSlot slot = found.slot;
    if (slot == null) {
      return none(String.valueOf(found.obstacle));
    }
    return slot.isTaken() && existing == ExistingIntent.REFUSE
        ? none(
            "Expected nothing at "
                + intent.pointer()
                + ", where the intent goes, but the event has a value there; another"
                + " garam.intent.pointer leaves it, garam.intent.existing=replace replaces it.")
        : slot;
  }

  private static IntentPlace none(String reason) {
    return new IntentPlace.None(new UntaggableEventException(ReasonCode.INTENT_EXISTS, reason));
  }
}
