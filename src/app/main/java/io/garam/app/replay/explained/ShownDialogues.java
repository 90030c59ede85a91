package io.garam.app.replay.explained;

import io.garam.app.explain.report.DialogueSoFar;
import io.garam.nlu.Utterance;
import io.garam.streams.event.Event;
import io.garam.streams.event.EventReader;
import io.garam.streams.event.SourcePosition;
import io.garam.streams.event.UntaggableEventException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Dialogues of the events that a report shows, collected while the answers of a replay are read: of
 * each no more than {@link DialogueSoFar} keeps.
 */
final class ShownDialogues {

  private final EventReader events;
  private final Map<SourcePosition, AnswerPlace> shown = new HashMap<>();
  private final Map<String, DialogueSoFar> dialogues = new HashMap<>();
  private final Map<AnswerPlace, List<Utterance>> found = new HashMap<>();

  /**
   * @param places of the events that are shown
   */
  ShownDialogues(EventReader events, Collection<AnswerPlace> places) {
    this.events = events;
    for (AnswerPlace place : places) {
      shown.put(place.position(), place);
      if (place.dialogue() != null) {
        dialogues.put(place.dialogue(), new DialogueSoFar());
      }
    }
  }

  /** Adds an output record, those of a dialogue in order. */
  void add(ConsumerRecord<byte[], byte @Nullable []> record) {
    String key = AnswerPlace.dialogue(record.key());
    DialogueSoFar dialogue = key == null ? null : dialogues.get(key);
    Optional<AnswerPlace> place = SourcePosition.of(record.headers()).map(shown::get);
    if (dialogue == null && place.isEmpty()) {
      return;
    }
    Event event = event(record.value());
    place.ifPresent(here -> found(here, event, dialogue));
    if (dialogue != null) {
      goOn(dialogue, event, record.value() == null);
    }
  }

  private void found(AnswerPlace place, @Nullable Event event, @Nullable DialogueSoFar dialogue) {
    if (event != null) {
      DialogueSoFar before = dialogue == null ? new DialogueSoFar() : dialogue;
      found.put(place, before.and(event.text(), event.speaker()));
    }
  }

  private static void goOn(DialogueSoFar dialogue, @Nullable Event event, boolean isTombstone) {
    if (event != null) {
      dialogue.add(event.text(), event.speaker());
    }
    if (isTombstone || (event != null && event.ends())) {
      dialogue.end();
    }
  }

  private @Nullable Event event(byte @Nullable [] value) {
    try {
      return value == null ? null : events.read(value);
    } catch (UntaggableEventException e) {
      return null;
    }
  }

  /** Returns the utterance of each event that was found, after those before it in its dialogue. */
  Map<AnswerPlace, List<Utterance>> found() {
    return found;
  }
}
