package io.garam.benchmarks.page;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;

/** Reader of the stream of events that a page shows, as a page on another machine reads it. */
final class PageReader implements AutoCloseable {

  private static final int BUFFER_BYTES = 8_192;

  private final InputStream events;
  private final AtomicLong bytes = new AtomicLong();

  private PageReader(InputStream events) {
    this.events = events;
  }

  /**
   * Opens the stream and reads it in a thread of its own.
   *
   * @param page the address of the page
   */
  static PageReader open(String page) throws IOException {
    PageReader reader = new PageReader(URI.create(page + "events").toURL().openStream());
    Thread thread = new Thread(reader::read, "page-reader");
    thread.setDaemon(true);
    thread.start();
    return reader;
  }

  private void read() {
    byte[] buffer = new byte[BUFFER_BYTES];
    try {
      for (int count = events.read(buffer); count >= 0; count = events.read(buffer)) {
        bytes.addAndGet(count);
      }
    } catch (IOException e) { // It is closed.
      Thread.currentThread().interrupt();
    }
  }

  /** Returns how many bytes came. */
  long bytes() {
    return bytes.get();
  }

  @Override
  public void close() throws IOException {
    events.close();
  }
}
