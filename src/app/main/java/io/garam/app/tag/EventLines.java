package io.garam.app.tag;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.garam.nlu.Utterance;
import io.garam.nlu.inference.IntentClassifier;
import io.garam.nlu.text.Utf8Lines.Line;
import io.garam.streams.event.Event;
import io.garam.streams.event.EventReader;
import io.garam.streams.event.UntaggableEventException;

/** Reader of lines that are events, as the input topic has them. */
record EventLines(IntentClassifier classifier, EventReader events) implements LineReader {

  @Override
  public TagResult read(Line line) {
    try {
      Event event = events.read(line.text().getBytes(UTF_8));
      if (!classifier.isBlank(event.text())) {
        return TagResult.waiting(
            line, new Utterance(event.text(), event.dialogueId(), event.speaker()), event);
      }
      return event.ends() ? TagResult.ended(line, event) : TagResult.failedAsBlank(line);
    } catch (UntaggableEventException e) {
      return TagResult.failed(line, String.valueOf(e.getMessage()));
    }
  }
}
