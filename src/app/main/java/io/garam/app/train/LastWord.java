package io.garam.app.train;

import java.io.PrintWriter;
import java.io.Writer;

/**
 * Writer to which several threads write until one has the last word: what the others write after it
 * is left out. So no line of progress follows the sentence with which an interrupted training ends.
 */
final class LastWord extends Writer {

  private final PrintWriter out;
  private boolean said;

  LastWord(PrintWriter out) {
    super(out);
    this.out = out;
  }

  /** Writes lines, and nothing of anybody after them. */
  void say(String... lines) {
    synchronized (lock) {
      said = true;
      for (String line : lines) {
        out.println(line);
      }
      out.flush();
    }
  }

  @Override
  public void write(char[] buffer, int offset, int length) {
    synchronized (lock) {
      if (!said) {
        out.write(buffer, offset, length);
      }
    }
  }

  @Override
  public void flush() {
    out.flush();
  }

  @Override
  public void close() {
    out.close();
  }
}
