package io.garam.app.tag;

import io.garam.app.options.DialogueOption;
import io.garam.nlu.Utterance;
import io.garam.nlu.inference.IntentClassifier;
import io.garam.nlu.text.Utf8Lines.Line;

/**
 * Reader of lines that are texts.
 *
 * @param dialogue says whether they are one, rather than each alone
 */
record TextLines(IntentClassifier classifier, DialogueOption dialogue) implements LineReader {

  @Override
  public TagResult read(Line line) {
    Utterance utterance = dialogue.utterance(classifier, line.text());
    return classifier.isBlank(utterance.text())
        ? TagResult.blank(line)
        : TagResult.waiting(line, utterance, null);
  }
}
