package io.garam.web.server;

import io.garam.web.server.Endpoint.Stream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpStatus;

/** Handler of answers that go on: no more at a time than a bound, over all endpoints. */
final class StreamHandler implements AutoCloseable {

  private final ConnectionAge ages;
  private final Semaphore free;
  private final Set<AnswerStream> open = ConcurrentHashMap.newKeySet();

  /**
   * @param ages forget connections whose answer goes on
   */
  StreamHandler(ConnectionAge ages, int most) {
    this.ages = ages;
    this.free = new Semaphore(most);
  }

  /** Begins the answer of an exchange. */
  void handle(Exchange exchange, Stream endpoint) {
    Consumer<AnswerStream> answer;
    try {
      answer = endpoint.answers().apply(exchange.received(new byte[0]));
    } catch (Problem.Refusal e) {
      exchange.send(e.problem().answer());
      return;
    }
    if (!free.tryAcquire()) {
      exchange.send(
          Problem.of(
                  HttpStatus.SERVICE_UNAVAILABLE_503,
                  "busy",
                  "Expected fewer clients that stay, but there are as many as may be; close"
                      + " another, such as a page in a browser.")
              .retryAfter(10)
              .answer());
      return;
    }
    ages.spare(exchange.request().getConnectionMetaData().getConnection());
    exchange.begin(HttpStatus.OK_200, endpoint.contentType());
    ResponseStream stream = new ResponseStream(exchange);
    open.add(stream);
    stream.onEnd(
        () -> {
          open.remove(stream);
          free.release();
        });
    try {
      answer.accept(stream);
    } catch (RuntimeException | Error e) {
      stream.fail(e);
    }
  }

  /** Ends all answers. */
  @Override
  public void close() {
    open.forEach(AnswerStream::close);
  }
}
