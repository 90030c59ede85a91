package io.garam.streams.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Search for the fields of one event: notes what the pointers find in the values it moves past. */
final class FieldSearch {

  private final JsonPointer textPointer;
  @Nullable String text;
  @Nullable String dialogueId;
  @Nullable String speaker;
  @Nullable String utteranceId;
  boolean ends;

  /**
   * @param textPointer where the text is, for the message of an error
   */
  FieldSearch(JsonPointer textPointer) {
    this.textPointer = textPointer;
  }

  /**
   * Moves past the parser's current value.
   *
   * @param here the pointers that lead into it, null if none does
   * @throws UntaggableEventException if the text is no string
   */
  void moveThrough(JsonParser parser, @Nullable PointerTree here) throws IOException {
    if (here == null) {
      parser.skipChildren();
      return;
    }
    for (EventField field : here.fields()) {
      take(parser, field);
    }
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        PointerTree member = here.member(parser.currentName());
        parser.nextToken();
        moveThrough(parser, member);
      }
    } else if (parser.currentToken() == JsonToken.START_ARRAY) {
      for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
        moveThrough(parser, here.element(i));
      }
    }
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
