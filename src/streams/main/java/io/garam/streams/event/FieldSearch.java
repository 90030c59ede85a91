package io.garam.streams.event;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Search for the fields of one event: notes what the pointers find in the values it moves past, and
 * where the intent goes.
 */
final class FieldSearch {

  private static final int OFF_PATH = -1;

  private final JsonPointer textPointer;
  private final IntentPath intent;
  private final Utf8Offsets offsets;
  private final int start;
  @Nullable String text;
  @Nullable String dialogueId;
  @Nullable String speaker;
  @Nullable String utteranceId;
  boolean ends;

  /** Null where a parent of the intent is no object. */
  @Nullable IntentSlot slot;

  /** What is there in place of an object on the path of the intent, in words; null if nothing. */
  @Nullable String obstacle;

  /**
   * @param textPointer where the text is, for the message of an error
   * @param offsets of the event in bytes
   * @param start what the parser left out at the beginning, in UTF-16 units
   */
  FieldSearch(JsonPointer textPointer, IntentPath intent, Utf8Offsets offsets, int start) {
    this.textPointer = textPointer;
    this.intent = intent;
    this.offsets = offsets;
    this.start = start;
  }

  /**
   * Moves past the parser's current value, the whole event.
   *
   * @param pointers that lead into it
   * @throws UntaggableEventException if the text is no string
   */
  void moveThrough(JsonParser parser, PointerTree pointers) throws IOException {
    moveThrough(parser, pointers, 0);
  }

  /**
   * @param here the pointers that lead into the value, null if none does
   * @param depth how many names of the intent's path lead to it, or {@link #OFF_PATH}
   */
  private void moveThrough(JsonParser parser, @Nullable PointerTree here, int depth)
      throws IOException {
    if (here == null && depth == OFF_PATH) {
      parser.skipChildren();
      return;
    }
    JsonToken token = parser.currentToken();
    if (intent.endsAt(depth) || (depth > 0 && token == JsonToken.VALUE_NULL)) {
      takeSlot(parser, depth);
      return;
    }
    if (here != null) {
      for (EventField field : here.fields()) {
        take(parser, field);
      }
    }
    if (depth > 0 && token != JsonToken.START_OBJECT) {
      obstacle =
          "Expected an object at "
              + intent.pointer(depth)
              + ", into which the intent goes, but found "
              + JsonType.of(token)
              + ".";
    }
    if (token == JsonToken.START_OBJECT) {
      moveThroughMembers(parser, here, depth);
    } else if (token == JsonToken.START_ARRAY) {
      for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
        moveThrough(parser, here == null ? null : here.element(i), OFF_PATH);
      }
    }
  }

  private void moveThroughMembers(JsonParser parser, @Nullable PointerTree here, int depth)
      throws IOException {
    boolean isEmpty = true;
    boolean goesOn = false;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      isEmpty = false;
      String name = parser.currentName();
      int next = intent.step(depth, name);
      goesOn |= next != OFF_PATH;
      parser.nextToken();
      moveThrough(parser, here == null ? null : here.member(name), next);
    }
    if (depth != OFF_PATH && !goesOn) {
      slot = intent.newMember(depth, bytesBefore(parser.currentLocation()) - 1, isEmpty);
    }
  }

  private void takeSlot(JsonParser parser, int depth) throws IOException {
    boolean isTaken = parser.currentToken() != JsonToken.VALUE_NULL;
    int from = bytesBefore(parser.currentTokenLocation());
    parser.skipChildren();
    parser.finishToken();
    int to = bytesBefore(parser.currentLocation());
    slot = intent.value(depth, from, to, isTaken);
  }

  private int bytesBefore(JsonLocation location) {
    return offsets.of(start + (int) location.getCharOffset());
  }

  private void take(JsonParser parser, EventField field) throws IOException {
    JsonToken token = parser.currentToken();
    boolean string = token == JsonToken.VALUE_STRING;
    switch (field) {
      case TEXT -> text = token == JsonToken.VALUE_NULL ? null : text(parser);
      case SPEAKER ->
          speaker =
              string && parser.getTextLength() <= EventReader.LONGEST_SPEAKER
                  ? parser.getText()
                  : null;
      case DIALOGUE -> dialogueId = string || token.isNumeric() ? parser.getText() : null;
      case UTTERANCE -> utteranceId = string || token.isNumeric() ? parser.getText() : null;
      case END -> ends = token == JsonToken.VALUE_TRUE;
      case INTENT -> throw new IllegalStateException("the intent is found by its path");
    }
  }

  private String text(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw new UntaggableEventException(
          ReasonCode.TEXT_NOT_A_STRING,
          "Expected a string at "
              + textPointer
              + ", but found "
              + JsonType.of(parser.currentToken())
              + ".");
    }
    return parser.getText();
  }
}
