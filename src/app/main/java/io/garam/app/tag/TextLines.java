package io.garam.app.tag;

import io.garam.nlu.Utterance;
import io.garam.nlu.inference.IntentClassifier;
import io.garam.nlu.text.Utf8Lines.Line;

/**
 * Reader of lines that are texts.
 *
 * @param oneDialogue whether they are one dialogue, rather than each alone
 */
record TextLines(IntentClassifier classifier, boolean oneDialogue) implements LineReader {

  /** That of all texts, where they are one dialogue. */
  private static final String ONE_DIALOGUE = "";

  @Override
  public TagResult read(Line line) {
    Utterance utterance = oneDialogue ? turn(line.text()) : Utterance.alone(line.text());
    return classifier.isBlank(utterance.text())
        ? TagResult.blank(line)
        : TagResult.waiting(line, utterance, null);
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
}
