package io.garam.app.tag;

import io.garam.nlu.GaramException;
import io.garam.nlu.io.FileFault;
import io.garam.nlu.text.Utf8Lines;
import io.garam.nlu.text.Utf8Lines.Line;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Batches of input lines: reads a stream to its end and hands on what has arrived as soon as
 * nothing more is waiting, so that a pipe may stay open.
 */
final class InputBatches {

  /** Lines that are classified together when they are there to be read. */
  private static final int BATCH = 1024;

  /** Bytes, as many as a record may have by Kafka's default. */
  private static final int LONGEST_LINE = 1 << 20;

  private InputBatches() {}

  /**
   * Reads all lines.
   *
   * @param batches takes them, in order; the last batch may be empty
   * @throws GaramException if the stream cannot be read
   */
  static void read(InputStream input, Consumer<List<Line>> batches) {
    try (Utf8Lines in = new Utf8Lines(input, LONGEST_LINE)) {
      List<Line> waiting = new ArrayList<>();
      int characters = 0;
      for (Line line = in.next(); line != null; line = in.next()) {
        waiting.add(line);
        characters += line.text().length();
        if (waiting.size() == BATCH || characters > LONGEST_LINE || !in.isReady()) {
          batches.accept(waiting);
          waiting = new ArrayList<>();
          characters = 0;
        }
      }
      batches.accept(waiting);
    } catch (IOException e) {
      throw new GaramException(
          "Expected texts on standard input, but reading it failed (" + FileFault.of(e) + ").", e);
    }
  }
}
