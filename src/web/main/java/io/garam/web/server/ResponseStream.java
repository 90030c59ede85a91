package io.garam.web.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.util.Callback;

/** Answer that goes on, written to Jetty's response: what has gathered, one write at a time. */
final class ResponseStream implements AnswerStream {

  /** What may wait for a client. */
  static final int MOST_BYTES = 256 << 10;

  private final Exchange exchange;
  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
  private final List<Runnable> atEnd = new ArrayList<>();
  private boolean writing;
  private boolean closed;
  private boolean ended;

  ResponseStream(Exchange exchange) {
    this.exchange = exchange;
    exchange.request().addIdleTimeoutListener(timeout -> false);
    exchange.request().addFailureListener(this::fail);
  }

  @Override
  public boolean send(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    boolean fits;
    synchronized (this) {
      if (closed || ended) {
        return false;
      }
      fits = waiting.size() + bytes.length <= MOST_BYTES;
      if (fits) {
        waiting.writeBytes(bytes);
      }
    }
    if (fits) {
      writeNext();
    } else {
      fail(new IllegalStateException("the client does not take what it is sent"));
    }
    return fits;
  }

  private void writeNext() {
    byte[] next;
    synchronized (this) {
      if (ended || writing || (waiting.size() == 0 && !closed)) {
        return;
      }
      next = waiting.toByteArray();
      waiting.reset();
      writing = true;
    }
    boolean last = next.length == 0;
    exchange
        .response()
        .write(
            last,
            ByteBuffer.wrap(next),
            Callback.from(
                last ? () -> end(exchange.callback()::succeeded) : this::wrote, this::fail));
  }

  private void wrote() {
    synchronized (this) {
      writing = false;
    }
    writeNext();
  }

  /** Ends the answer in the middle. */
  void fail(Throwable reason) {
    end(() -> exchange.callback().failed(reason));
  }

  @Override
  public void onEnd(Runnable action) {
    synchronized (this) {
      if (!ended) {
        atEnd.add(action);
        return;
      }
    }
    action.run();
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    writeNext();
  }

  private void end(Runnable outcome) {
    List<Runnable> actions;
    synchronized (this) {
      if (ended) {
        return;
      }
      ended = true;
      actions = List.copyOf(atEnd);
    }
    outcome.run();
    actions.forEach(Runnable::run);
  }
}
