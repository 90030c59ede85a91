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

  /**
   * Writes an error: as one event, of however many lines, where the writer makes events of the log,
   * and as it is to any other.
   */
  public static void error(PrintWriter writer, String text) {
    if (writer instanceof LogWriter events) {
      events.log.error(text.stripTrailing());
    } else {
      writer.println(text);
      writer.flush();
    }
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
