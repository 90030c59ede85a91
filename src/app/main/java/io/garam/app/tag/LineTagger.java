package io.garam.app.tag;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.garam.nlu.Intent;
import io.garam.nlu.Json;
import io.garam.nlu.inference.IntentClassifier;
import io.garam.streams.event.Event;
import io.garam.streams.event.EventReader;
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
 * texts or events; a line that cannot be tagged is named on standard error and passed over.
 */
final class LineTagger {

  private final IntentClassifier classifier;
  private final EventReader events;
  private final boolean json;
  private final PrintWriter out;
  private final PrintWriter err;
  private final int labelWidth;
  private long line;
  private boolean readsEvents;
  private boolean failed;

  LineTagger(
      IntentClassifier classifier,
      EventReader events,
      boolean json,
      PrintWriter out,
      PrintWriter err) {
    this.classifier = classifier;
    this.events = events;
    this.json = json;
    this.out = out;
    this.err = err;
    this.labelWidth =
        Stream.concat(classifier.labels().stream(), Stream.of(Intent.UNKNOWN))
            .mapToInt(String::length)
            .max()
            .orElseThrow();
  }

  /** A line that can be tagged, and how its answer looks as JSON. */
  private record Utterance(String text, Function<Intent, String> toJson) {}

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

  private void tag(List<String> lines, Function<String, Utterance> read, Predicate<String> wanted) {
    List<Utterance> utterances = new ArrayList<>();
    for (String content : lines) {
      line++;
      try {
        if (wanted.test(content)) {
          utterances.add(read.apply(content));
        }
      } catch (UntaggableEventException e) {
        failed = true;
        err.println("Text " + line + " was not tagged. " + e.getMessage());
        err.flush();
      }
    }
    print(utterances);
  }

  /** Says whether a line could not be tagged. */
  boolean failed() {
    return failed;
  }

  private Utterance text(String text) {
    requireTokens(text);
    return new Utterance(text, intent -> write(new TaggedText(text, intent)));
  }

  private Utterance event(String content) {
    Event event = events.read(content.getBytes(StandardCharsets.UTF_8));
    requireTokens(event.text());
    return new Utterance(
        event.text(), intent -> new String(event.with(intent), StandardCharsets.UTF_8));
  }

  private void requireTokens(String text) {
    if (classifier.isBlank(text)) {
      throw new UntaggableEventException("Expected a text, but found nothing but white space.");
    }
  }

  private void print(List<Utterance> utterances) {
    List<Intent> intents = classifier.classify(utterances.stream().map(Utterance::text).toList());
    for (int i = 0; i < intents.size(); i++) {
      Utterance utterance = utterances.get(i);
      Intent intent = intents.get(i);
      out.println(json ? utterance.toJson().apply(intent) : row(utterance.text(), intent));
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
