package io.garam.nlu.text;

import io.garam.nlu.GaramException;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a stream in UTF-8, as they come. A line ends with a line feed, before which a carriage
 * return is none of it; a byte order mark before the first is none either. A line that is not UTF-8
 * or too long is told from the others, which it does not disturb; a stream that begins with the
 * byte order mark of UTF-16 has no line that could be read.
 */
public final class Utf8Lines implements Closeable {

  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final int longest;
  private final LineDecoder decoder;
  private final byte[] buffer = new byte[BUFFER];
  private int position;
  private int limit;
  private long offset;
  private long bufferStart;

  /**
   * @param longest how many bytes a line may have
   */
  public Utf8Lines(InputStream in, int longest) {
    this.in = in;
    this.longest = longest;
    this.decoder = new LineDecoder(longest);
  }

  /**
   * A line.
   *
   * @param number from 1 on
   * @param text without its end; of a line with a fault, what can be shown of it
   * @param fault why it is no text, one sentence; null if it is
   */
  public record Line(long number, String text, @Nullable String fault) {}

  /**
   * Returns the next line, waiting for it; null after the last.
   *
   * @throws GaramException if the stream begins with the byte order mark of UTF-16
   */
  public @Nullable Line next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    long start = offset;
    boolean ended = false;
    while (!ended && (position < limit || fill())) {
      int end = position;
      while (end < limit && buffer[end] != '\n') {
        end++;
      }
      // Enough to tell a line that is too long from one with a carriage return.
      long room = longest + 2L - line.size();
      line.write(buffer, position, (int) Math.min(end - position, room));
      ended = end < limit;
      offset += end - position + (ended ? 1 : 0);
      position = ended ? end + 1 : end;
    }
    return ended || offset > start
        ? decoder.decode(line.toByteArray(), start, () -> Utf16.nameOf(buffer, limit, bufferStart))
        : null;
  }

  /** Says whether bytes are there to be read without waiting. */
  public boolean isReady() throws IOException {
    return position < limit || in.available() > 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private boolean fill() throws IOException {
    position = 0;
    limit = Math.max(0, in.read(buffer));
    bufferStart = offset;
    if (offset == 0 && limit == 1 && (buffer[0] & 0xFF) >= 0xFE) {
      // No UTF-8 begins so: the other half of a byte order mark may be still to come.
      limit += Math.max(0, in.read(buffer, 1, BUFFER - 1));
    }
    if (offset == 0 && Utf16.isMarked(buffer, limit)) {
      throw new GaramException(
          "Expected UTF-8, but found the byte order mark of UTF-16 at the beginning; "
              + Utf16.remedy("UTF-16")
              + ".");
    }
    return limit > 0;
  }
}
