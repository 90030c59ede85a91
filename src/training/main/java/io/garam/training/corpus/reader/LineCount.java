package io.garam.training.corpus.reader;

import java.nio.CharBuffer;

/** Counts lines with the ends of any system, while a text is read piece by piece. */
final class LineCount {

  private long ends;
  private char last;

  /** Counts on in what remains of a buffer, and leaves it there. */
  void add(CharBuffer text) {
    for (int i = text.position(); i < text.limit(); i++) {
      char c = text.get(i);
      ends += c == '\r' || (c == '\n' && last != '\r') ? 1 : 0;
      last = c;
    }
  }

  /** Returns the number of the line that comes next, from 1. */
  long line() {
    return ends + 1;
  }
}
