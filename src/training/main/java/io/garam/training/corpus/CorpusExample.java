package io.garam.training.corpus;

import io.garam.nlu.text.Printable;

/** Example of a corpus's text as a sentence quotes it: in one line, and shortened. */
final class CorpusExample {

  private static final int LONGEST = 40;

  private CorpusExample() {}

  static String quoted(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return '"' + Printable.shortened(line, LONGEST) + '"';
  }
}
