package io.garam.streams.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.garam.nlu.text.Utf8;

/** Wrapper of plain texts: makes the event of a value that is its utterance and nothing else. */
final class TextWrapper {

  private final String before;
  private final String after;

  /**
   * @param text where the text goes in the event
   */
  TextWrapper(JsonPointer text) {
    IntentSlot slot = IntentPath.of(text).newMember(0, 0, true);
    this.before = "{" + new String(slot.prefix(), UTF_8) + '"';
    this.after = '"' + new String(slot.suffix(), UTF_8) + "}";
  }

  /** Returns the event, JSON. A byte order mark is no part of the text. */
  String event(String value) {
    String text = Utf8.isMarked(value) ? value.substring(1) : value;
    return before + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + after;
  }
}
