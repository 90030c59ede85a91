package io.garam.app.tag;

import io.garam.nlu.Intent;
import io.garam.nlu.Utterance;
import io.garam.nlu.inference.DialogueTracker;
import io.garam.nlu.inference.IntentClassifier;
import io.garam.nlu.text.Printable;
import io.garam.nlu.text.Utf8Lines.Line;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Tags lines batch by batch and prints one row for each, whatever came of it. Where the model
 * follows dialogues, each utterance is judged along its own.
 */
final class LineTagger {

  /** Dialogues remembered; the stream's are bound by time, a pipe has none to go by. */
  static final int MOST_DIALOGUES = 10_000;

  private final DialogueTracker tracker;
  private final RecentDialogues dialogues;
  private final LineReader arguments;
  private final LineReader input;
  private final Rows rows;
  private final PrintWriter out;
  private final PrintWriter err;
  private final List<TagResult> results = new ArrayList<>();
  private boolean failed;

  /**
   * @param arguments reads texts of the command line
   * @param input reads lines of standard input
   */
  LineTagger(
      IntentClassifier classifier,
      LineReader arguments,
      LineReader input,
      Rows rows,
      PrintWriter out,
      PrintWriter err) {
    this.tracker = new DialogueTracker(classifier);
    this.dialogues = new RecentDialogues(tracker, MOST_DIALOGUES);
    this.arguments = arguments;
    this.input = input;
    this.rows = rows;
    this.out = out;
    this.err = err;
  }

  /** Tags texts given as arguments, where a blank one is a mistake. */
  void tagTexts(List<String> texts) {
    for (int i = 0; i < texts.size(); i++) {
      Line line = new Line(i + 1L, texts.get(i), null);
      TagResult result = arguments.read(line);
      add(result.outcome() == TagOutcome.BLANK ? TagResult.failedAsBlank(line) : result);
    }
    print();
  }

  /** Tags lines of standard input, where a blank one is passed over with a row that says so. */
  void tagLines(List<Line> lines) {
    lines.forEach(line -> add(input.read(line)));
    print();
  }

  /** Says whether a line could not be tagged. */
  boolean failed() {
    return failed;
  }

  private void add(TagResult result) {
    results.add(result);
    if (result.error() != null) {
      failed = true;
      err.println(
          Printable.sentence("Text " + result.line() + " was not tagged. " + result.error()));
      err.flush();
    }
    if (result.event() != null && result.event().ends()) {
      print();
      dialogues.end(result.event().dialogueId());
    }
  }

  private void print() {
    List<Utterance> utterances =
        results.stream().map(TagResult::utterance).filter(Objects::nonNull).toList();
    List<Intent> intents = tracker.classify(utterances);
    utterances.forEach(utterance -> dialogues.heard(utterance.dialogue()));
    int next = 0;
    for (TagResult result : results) {
      out.println(rows.of(result.utterance() == null ? result : result.with(intents.get(next++))));
    }
    out.flush();
    results.clear();
  }
}
