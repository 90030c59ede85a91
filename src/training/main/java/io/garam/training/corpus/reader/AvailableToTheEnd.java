package io.garam.training.corpus.reader;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Buffered stream that says that nothing is available at its end alone. A pipe says so between two
 * writes too, where {@link java.util.zip.GZIPInputStream} would take it for the end of several
 * files compressed one by one.
 */
final class AvailableToTheEnd extends BufferedInputStream {

  AvailableToTheEnd(InputStream in) {
    super(in, 1 << 16);
  }

  @Override
  public synchronized int available() throws IOException {
    if (pos < count) {
      return count - pos;
    }
    mark(1);
    int next = read();
    reset();
    return next < 0 ? 0 : Math.max(1, count - pos);
  }
}
