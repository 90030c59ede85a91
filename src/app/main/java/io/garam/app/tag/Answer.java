package io.garam.app.tag;

import io.garam.nlu.Intent;
import io.garam.streams.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * What came of one line of input, whatever it was: each has one row of output.
 *
 * @param line its number, from 1 on
 * @param text of the line
 * @param said of that, the utterance; all where there is none
 * @param outcome what it came to
 * @param intent where it was tagged
 * @param event that the line held, where events are read
 * @param error why it was not tagged, where it failed
 */
record Answer(
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

  static Answer blank(long line, String text) {
    return new Answer(line, text, text, Outcome.BLANK, null, null, null);
  }

  /** The line does no more than end its dialogue. */
  static Answer ended(long line, String text) {
    return new Answer(line, text, text, Outcome.ENDED, null, null, null);
  }

  static Answer failed(long line, String text, String error) {
    return new Answer(line, text, text, Outcome.FAILED, null, null, error);
  }

  /** An answer whose intent is still to be found. */
  static Answer waiting(long line, String text, String said, @Nullable Event event) {
    return new Answer(line, text, said, Outcome.TAGGED, null, event, null);
  }

  Answer with(Intent found) {
    return new Answer(line, text, said, outcome, found, event, error);
  }
}
