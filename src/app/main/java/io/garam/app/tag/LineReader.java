package io.garam.app.tag;

import io.garam.nlu.text.Utf8Lines.Line;

/** Reader of input lines: finds the utterance in a line, or why there is none to tag. */
@FunctionalInterface
interface LineReader {

  /** Returns what came of the line: an utterance that waits for its intent, or no utterance. */
  TagResult read(Line line);
}
