package io.garam.app.tag;

import io.garam.nlu.Intent;
import io.garam.nlu.Utterance;
import io.garam.nlu.text.Utf8Lines.Line;
import io.garam.streams.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * The result of one line of input, of which each has one row of output.
 *
 * @param line its number, from 1 on
 * @param text of the line
 * @param outcome what it came to
 * @param utterance in it, where there is one
 * @param event that the line held, where events are read
 * @param intent where it was tagged
 * @param error why it was not tagged, where it failed
 */
record TagResult(
    long line,
    String text,
    TagOutcome outcome,
    @Nullable Utterance utterance,
    @Nullable Event event,
    @Nullable Intent intent,
    @Nullable String error) {

  static TagResult blank(Line line) {
    return new TagResult(line.number(), line.text(), TagOutcome.BLANK, null, null, null, null);
  }

  /** The line does no more than end its dialogue. */
  static TagResult ended(Line line, Event event) {
    return new TagResult(line.number(), line.text(), TagOutcome.ENDED, null, event, null, null);
  }

  static TagResult failed(Line line, String error) {
    return new TagResult(line.number(), line.text(), TagOutcome.FAILED, null, null, null, error);
  }

  /** The line is blank where that is a mistake. */
  static TagResult failedAsBlank(Line line) {
    return failed(line, "Expected a text, but found nothing but white space.");
  }

  /** An answer whose intent is still to be found. */
  static TagResult waiting(Line line, Utterance utterance, @Nullable Event event) {
    return new TagResult(
        line.number(), line.text(), TagOutcome.TAGGED, utterance, event, null, null);
  }

  TagResult with(Intent found) {
    return new TagResult(line, text, outcome, utterance, event, found, error);
  }

  /** Returns what was said: the utterance, or all of a line without one. */
  String said() {
    return utterance == null ? text : utterance.text();
  }
}
