package io.garam.training.corpus.rows;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Tells in which line a row begins, while a parser that skips blank lines and knows only how many
 * lines it has read goes through the text. It remembers the blank lines that the parser has read
 * ahead.
 */
final class RowLines extends FilterReader {

  private final Queue<Long> blank = new ArrayDeque<>();
  private long line = 1;
  private boolean empty = true;
  private int last;

  RowLines(Reader in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    int read = in.read(target, offset, length);
    for (int i = offset; i < offset + read; i++) {
      pass(target[i]);
    }
    return read;
  }

  private void pass(char c) {
    if (c == '\r' || (c == '\n' && last != '\r')) {
      if (empty) {
        blank.add(line);
      }
      line++;
      empty = true;
    } else if (c != '\n') {
      empty = false;
    }
    last = c;
  }

  /**
   * Returns the line of the next row.
   *
   * @param before how many lines were read when the row before it had ended; never less than last
   *     time
   */
  long next(long before) {
    long next = before + 1;
    while (!blank.isEmpty() && blank.element() <= next) {
      next += blank.remove() == next ? 1 : 0;
    }
    return next;
  }
}
