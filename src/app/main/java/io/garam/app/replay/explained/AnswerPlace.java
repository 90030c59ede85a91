package io.garam.app.replay.explained;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.garam.streams.event.SourcePosition;
import org.jspecify.annotations.Nullable;

/**
 * Place of an answer, to find its event again.
 *
 * @param position of the event
 * @param dialogue that it belongs to, a character for each byte of its key; null where it stands
 *     alone
 */
public record AnswerPlace(SourcePosition position, @Nullable String dialogue) {

  /** Returns the place of an event with a key. */
  public static AnswerPlace of(SourcePosition position, byte @Nullable [] key) {
    return new AnswerPlace(position, dialogue(key));
  }

  static @Nullable String dialogue(byte @Nullable [] key) {
    return key == null ? null : new String(key, ISO_8859_1);
  }
}
