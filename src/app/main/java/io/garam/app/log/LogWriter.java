package io.garam.app.log;

import java.io.PrintWriter;
import java.io.Writer;
import org.slf4j.Logger;
import org.slf4j.event.Level;

/**
 * Writer that makes an event of the log of each line, or of each error with all its lines. Empty
 * lines are left out.
 */
public final class LogWriter extends PrintWriter {

  private final Logger log;

  LogWriter(Logger log) {
    super(new Lines(log));
    this.log = log;
  }

  /** Writes an error, of however many lines, as one event. */
  public void error(String text) {
    log.error(text.stripTrailing());
  }

  /** Keeps what is no whole line yet. */
  private static final class Lines extends Writer {

    private final Logger log;
    private final StringBuilder unfinished = new StringBuilder();

    Lines(Logger log) {
      this.log = log;
    }

    @Override
    public void write(char[] buffer, int offset, int length) {
      unfinished.append(buffer, offset, length);
      int end = unfinished.indexOf("\n");
      while (end >= 0) {
        say(unfinished.substring(0, end));
        unfinished.delete(0, end + 1);
        end = unfinished.indexOf("\n");
      }
    }

    private void say(String line) {
      if (!line.isBlank()) {
        log.atLevel(Level.INFO).log(line.stripTrailing());
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
      say(unfinished.toString());
      unfinished.setLength(0);
    }
  }
}
