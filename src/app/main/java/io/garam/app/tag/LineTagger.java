package io.garam.app.tag;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.garam.nlu.Intent;
import io.garam.nlu.Json;
import io.garam.nlu.Utterance;
import io.garam.nlu.dialogue.DialogueSpec;
import io.garam.nlu.inference.DialogueTracker;
import io.garam.nlu.inference.IntentClassifier;
import io.garam.streams.event.Event;
import io.garam.streams.event.EventReader;
import io.garam.streams.event.ReasonCode;
import io.garam.streams.event.UntaggableEventException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Tags lines batch by batch and prints one line for each. The first line decides whether all are
 * texts or events; a line that cannot be tagged is named on standard error and passed over. Where
 * the model follows dialogues, events are judged along theirs.
 */
final class LineTagger {

  /** That of all texts, where they are one dialogue. */
  private static final String ONE_DIALOGUE = "";

  private final IntentClassifier classifier;
  private final DialogueTracker tracker;
  private final EventReader events;
  private final boolean oneDialogue;
  private final boolean json;
  private final PrintWriter out;
  private final PrintWriter err;
  private final int labelWidth;
  private long line;
  private boolean readsEvents;
  private boolean failed;

  /**
   * @param oneDialogue whether texts are one dialogue, rather than each alone
   */
  LineTagger(
      IntentClassifier classifier,
      EventReader events,
      boolean oneDialogue,
      boolean json,
      PrintWriter out,
      PrintWriter err) {
    this.classifier = classifier;
    this.tracker = new DialogueTracker(classifier);
    this.events = events;
    this.oneDialogue = oneDialogue;
    this.json = json;
    this.out = out;
    this.err = err;
    this.labelWidth =
        Stream.concat(classifier.labels().stream(), Stream.of(Intent.UNKNOWN))
            .mapToInt(String::length)
            .max()
            .orElseThrow();
  }

  /**
   * A line that can be tagged.
   *
   * @param ends whether its dialogue ends with it
   * @param toJson how its answer looks as JSON
   */
  private record Line(Utterance utterance, boolean ends, Function<Intent, String> toJson) {

    /** An event may do no more than end its dialogue. */
    boolean saysSomething() {
      return !utterance.text().isEmpty();
    }
  }

  /** What {@code --json} prints for a text. */
  private record TaggedText(String text, Intent intent) {}

  /** Tags texts given as arguments. */
  void tagTexts(List<String> texts) {
    tag(texts, this::text, text -> true);
  }

  /**
   * Tags lines of standard input: texts, or events if the very first one starts with a brace. Blank
   * lines are passed over.
   */
  void tagLines(List<String> lines) {
    if (line == 0 && !lines.isEmpty()) {
      readsEvents = lines.get(0).stripLeading().startsWith("{");
    }
    tag(lines, readsEvents ? this::event : this::text, content -> !content.isBlank());
  }

  private void tag(List<String> lines, Function<String, Line> read, Predicate<String> wanted) {
    List<Line> waiting = new ArrayList<>();
    for (String content : lines) {
      line++;
      try {
        if (wanted.test(content)) {
          Line one = read.apply(content);
          if (one.saysSomething()) {
            waiting.add(one);
          }
          if (one.ends()) {
            print(waiting);
            waiting.clear();
            end(one, content);
          }
        }
      } catch (UntaggableEventException e) {
        failed = true;
        err.println("Text " + line + " was not tagged. " + e.getMessage());
        err.flush();
      }
    }
    print(waiting);
  }

  private void end(Line last, String content) {
    tracker.forget(last.utterance().dialogue());
    if (json && !last.saysSomething()) {
      out.println(content);
      out.flush();
    }
  }

  /** Says whether a line could not be tagged. */
  boolean failed() {
    return failed;
  }

  private Line text(String text) {
    Utterance utterance = oneDialogue ? turn(text) : Utterance.alone(text);
    if (classifier.isBlank(utterance.text())) {
      throw nothingToTag();
    }
    return new Line(utterance, false, intent -> write(new TaggedText(text, intent)));
  }

  /** A turn of the one dialogue, which begins with its speaker and a colon where that is known. */
  private Utterance turn(String text) {
    DialogueSpec dialogue = classifier.spec().dialogue();
    return (dialogue == null ? Stream.<String>of() : dialogue.speakers().stream())
        .filter(speaker -> text.startsWith(speaker + ":"))
        .findFirst()
        .map(
            speaker ->
                new Utterance(text.substring(speaker.length() + 1).strip(), ONE_DIALOGUE, speaker))
        .orElseGet(() -> new Utterance(text, ONE_DIALOGUE, null));
  }

  private Line event(String content) {
    Event event = events.read(content.getBytes(StandardCharsets.UTF_8));
    boolean blank = classifier.isBlank(event.text());
    if (blank && !event.ends()) {
      throw nothingToTag();
    }
    return new Line(
        new Utterance(blank ? "" : event.text(), event.dialogueId(), event.speaker()),
        event.ends(),
        intent -> new String(event.with(intent), StandardCharsets.UTF_8));
  }

  private static UntaggableEventException nothingToTag() {
    return new UntaggableEventException(
        ReasonCode.BLANK_TEXT, "Expected a text, but found nothing but white space.");
  }

  private void print(List<Line> lines) {
    List<Intent> intents = tracker.classify(lines.stream().map(Line::utterance).toList());
    for (int i = 0; i < intents.size(); i++) {
      Line one = lines.get(i);
      Intent intent = intents.get(i);
      out.println(json ? one.toJson().apply(intent) : row(one.utterance().text(), intent));
    }
    out.flush();
  }

  private String row(String text, Intent intent) {
    return String.format(
        Locale.ROOT, "%-" + labelWidth + "s  %.3f  %s", intent.label(), intent.confidence(), text);
  }

  private static String write(TaggedText tagged) {
    try {
      return Json.MAPPER.writeValueAsString(tagged);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tagged text always has a JSON form", e);
    }
  }
}
