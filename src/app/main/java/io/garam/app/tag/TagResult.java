package io.garam.app.tag;

import io.garam.nlu.Intent;
import io.garam.streams.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * The result of one line of input, of which each has one row of output.
 *
 * @param line its number, from 1 on
 * @param text of the line
 * @param said of that, the utterance; all where there is none
 * @param outcome what it came to
 * @param intent where it was tagged
 * @param event that the line held, where events are read
 * @param error why it was not tagged, where it failed
 */
record TagResult(
    long line,
    String text,
    String said,
    Outcome outcome,
    @Nullable Intent intent,
    @Nullable Event event,
    @Nullable String error) {

  /** What a line may come to. */
  enum Outcome {
    TAGGED,
    BLANK,
    ENDED,
    FAILED
  }

  static TagResult blank(long line, String text) {
    return new TagResult(line, text, text, Outcome.BLANK, null, null, null);
  }

  /** The line does no more than end its dialogue. */
  static TagResult ended(long line, String text) {
    return new TagResult(line, text, text, Outcome.ENDED, null, null, null);
  }

  static TagResult failed(long line, String text, String error) {
    return new TagResult(line, text, text, Outcome.FAILED, null, null, error);
  }

  /** An answer whose intent is still to be found. */
  static TagResult waiting(long line, String text, String said, @Nullable Event event) {
    return new TagResult(line, text, said, Outcome.TAGGED, null, event, null);
  }

  TagResult with(Intent found) {
    return new TagResult(line, text, said, outcome, found, event, error);
  }
}
