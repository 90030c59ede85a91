package io.garam.web.server;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Invocable;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Reader of a request's body, whole and up to a limit, without a thread that waits for it. Bytes
 * are copied out of the buffers that they came in: Jetty's {@code EagerContentHandler} keeps a
 * buffer of the network for each chunk, so that a client which sends single bytes fills the heap.
 */
final class BodyReader {

  /** As long as a client may take to send it. */
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final Exchange exchange;
  private final int most;
  private final Consumer<byte[]> whole;
  private final ByteArrayOutputStream read = new ByteArrayOutputStream();
  private final AtomicBoolean done = new AtomicBoolean();
  private final Scheduler.Task deadline;

  private BodyReader(Exchange exchange, int most, Consumer<byte[]> whole) {
    this.exchange = exchange;
    this.most = most;
    this.whole = whole;
    this.deadline =
        exchange
            .request()
            .getComponents()
            .getScheduler()
            .schedule(this::expire, LONGEST.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Reads the body.
   *
   * @param most how many bytes it may have; what is larger is answered with status 413
   * @param whole called with all of it, where it came
   */
  static void read(Exchange exchange, int most, Consumer<byte[]> whole) {
    long announced = exchange.request().getHeaders().getLongField(HttpHeader.CONTENT_LENGTH);
    if (announced > most) {
      exchange.send(tooLarge(most).answer());
    } else {
      new BodyReader(exchange, most, whole).go();
    }
  }

  private void go() {
    Request request = exchange.request();
    while (!done.get()) {
      Content.Chunk chunk = request.read();
      if (chunk == null) {
        request.demand(Invocable.from(Invocable.InvocationType.NON_BLOCKING, this::go));
        return;
      }
      if (Content.Chunk.isFailure(chunk)) {
        Throwable failure = chunk.getFailure();
        end(() -> exchange.callback().failed(failure));
      } else {
        take(chunk);
      }
    }
  }

  private void take(Content.Chunk chunk) {
    byte[] bytes = new byte[chunk.remaining()];
    chunk.getByteBuffer().get(bytes);
    boolean last = chunk.isLast();
    chunk.release();
    if (read.size() + bytes.length > most) {
      end(() -> exchange.send(tooLarge(most).answer()));
      return;
    }
    read.writeBytes(bytes);
    if (last) {
      end(() -> whole.accept(read.toByteArray()));
    }
  }

  private void end(Runnable outcome) {
    if (done.compareAndSet(false, true)) {
      deadline.cancel();
      outcome.run();
    }
  }

  private void expire() {
    end(
        () ->
            exchange.send(
                Problem.of(
                        HttpStatus.REQUEST_TIMEOUT_408,
                        "too-slow",
                        "Expected the whole body within "
                            + LONGEST.toSeconds()
                            + " s, but it has not come by then; send it at once.")
                    .with(Map.of("Connection", "close"))
                    .answer()));
  }

  private static Problem tooLarge(int most) {
    return Problem.of(
        HttpStatus.PAYLOAD_TOO_LARGE_413,
        "too-large",
        "Expected a body of at most " + most + " bytes, but it is larger; send less at once.");
  }
}
