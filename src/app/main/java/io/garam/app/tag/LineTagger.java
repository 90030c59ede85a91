package io.garam.app.tag;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.garam.nlu.Intent;
import io.garam.nlu.Utterance;
import io.garam.nlu.inference.DialogueTracker;
import io.garam.nlu.inference.IntentClassifier;
import io.garam.nlu.text.Printable;
import io.garam.nlu.text.Utf8Lines.Line;
import io.garam.streams.event.Event;
import io.garam.streams.event.EventReader;
import io.garam.streams.event.UntaggableEventException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tags lines batch by batch and prints one row for each, whatever came of it. The first line that
 * is not blank decides whether all are texts or events. Where the model follows dialogues, events
 * are judged along theirs.
 */
final class LineTagger {

  /** Dialogues remembered; the stream's are bound by time, a pipe has none to go by. */
  static final int MOST_DIALOGUES = 10_000;

  /** That of all texts, where they are one dialogue. */
  private static final String ONE_DIALOGUE = "";

  private final IntentClassifier classifier;
  private final DialogueTracker tracker;
  private final RecentDialogues dialogues;
  private final EventReader events;
  private final boolean oneDialogue;
  private final Rows rows;
  private final PrintWriter out;
  private final PrintWriter err;
  private final List<TagResult> answers = new ArrayList<>();
  private final List<Utterance> utterances = new ArrayList<>();
  private boolean begun;
  private boolean readsEvents;
  private boolean failed;

  /**
   * @param oneDialogue whether texts are one dialogue, rather than each alone
   */
  LineTagger(
      IntentClassifier classifier,
      EventReader events,
      boolean oneDialogue,
      Rows rows,
      PrintWriter out,
      PrintWriter err) {
    this.classifier = classifier;
    this.tracker = new DialogueTracker(classifier);
    this.dialogues = new RecentDialogues(tracker, MOST_DIALOGUES);
    this.events = events;
    this.oneDialogue = oneDialogue;
    this.rows = rows;
    this.out = out;
    this.err = err;
  }

  /** Tags texts given as arguments, where a blank one is a mistake. */
  void tagTexts(List<String> texts) {
    for (int i = 0; i < texts.size(); i++) {
      Line line = new Line(i + 1L, texts.get(i), null);
      if (!text(line)) {
        fail(line, "Expected a text, but found nothing but white space.");
      }
    }
    print();
  }

  /** Tags lines of standard input, where a blank one is passed over with a row that says so. */
  void tagLines(List<Line> lines) {
    for (Line line : lines) {
      if (line.fault() != null) {
        fail(line, line.fault());
      } else if (line.text().isBlank()) {
        answers.add(TagResult.blank(line.number(), line.text()));
      } else if (readsEvents(line)) {
        event(line);
      } else if (!text(line)) {
        answers.add(TagResult.blank(line.number(), line.text()));
      }
    }
    print();
  }

  /** Says whether a line could not be tagged. */
  boolean failed() {
    return failed;
  }

  private boolean readsEvents(Line line) {
    if (!begun) {
      begun = true;
      readsEvents = line.text().stripLeading().startsWith("{");
    }
    return readsEvents;
  }

  /** Returns whether the text says anything. */
  private boolean text(Line line) {
    Utterance utterance = oneDialogue ? turn(line.text()) : Utterance.alone(line.text());
    if (classifier.isBlank(utterance.text())) {
      return false;
    }
    await(line, utterance, null);
    return true;
  }

  /** A turn of the one dialogue, which begins with its speaker and a colon where that is known. */
  private Utterance turn(String text) {
    return classifier.speakers().stream()
        .filter(speaker -> text.startsWith(speaker + ":"))
        .findFirst()
        .map(
            speaker ->
                new Utterance(text.substring(speaker.length() + 1).strip(), ONE_DIALOGUE, speaker))
        .orElseGet(() -> new Utterance(text, ONE_DIALOGUE, null));
  }

  private void event(Line line) {
    try {
      Event event = events.read(line.text().getBytes(UTF_8));
      boolean blank = classifier.isBlank(event.text());
      if (!blank) {
        await(line, new Utterance(event.text(), event.dialogueId(), event.speaker()), event);
      } else if (event.ends()) {
        answers.add(TagResult.ended(line.number(), line.text()));
      } else {
        fail(line, "Expected a text, but found nothing but white space.");
      }
      if (event.ends()) {
        print();
        dialogues.end(event.dialogueId());
      }
    } catch (UntaggableEventException e) {
      fail(line, String.valueOf(e.getMessage()));
    }
  }

  private void await(Line line, Utterance utterance, @Nullable Event event) {
    answers.add(TagResult.waiting(line.number(), line.text(), utterance.text(), event));
    utterances.add(utterance);
  }

  private void fail(Line line, String reason) {
    failed = true;
    answers.add(TagResult.failed(line.number(), line.text(), reason));
    err.println(Printable.sentence("Text " + line.number() + " was not tagged. " + reason));
    err.flush();
  }

  private void print() {
    List<Intent> intents = tracker.classify(utterances);
    utterances.forEach(utterance -> dialogues.heard(utterance.dialogue()));
    int next = 0;
    for (TagResult answer : answers) {
      boolean tagged = answer.outcome() == TagResult.Outcome.TAGGED;
      out.println(rows.of(tagged ? answer.with(intents.get(next++)) : answer));
    }
    out.flush();
    answers.clear();
    utterances.clear();
  }
}
