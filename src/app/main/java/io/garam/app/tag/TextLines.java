package io.garam.app.tag;

import io.garam.app.options.SpokenText;
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
    Utterance utterance =
        oneDialogue
            ? SpokenText.of(classifier, line.text(), ONE_DIALOGUE)
            : Utterance.alone(line.text());
    return classifier.isBlank(utterance.text())
        ? TagResult.blank(line)
        : TagResult.waiting(line, utterance, null);
  }
}
