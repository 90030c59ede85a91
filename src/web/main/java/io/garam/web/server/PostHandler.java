package io.garam.web.server;

import io.garam.streams.log.LogNames;
import io.garam.web.server.Endpoint.Post;
import io.garam.web.server.Endpoint.PostLimits;
import java.time.Duration;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.server.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handler of what is posted to one endpoint. Answers are worked out in threads of its own, which
 * hold one request each for as long as that takes, and not until a slow client has read the answer.
 */
final class PostHandler implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LogNames.TAGGER);
  private static final String SECOND = "1";

  private final Post endpoint;
  private final RateLimit rate;
  private final ExecutorService runs;

  PostHandler(Post endpoint) {
    this.endpoint = endpoint;
    PostLimits limits = endpoint.limits();
    this.rate = new RateLimit(limits.perSecond(), System::nanoTime);
    AtomicInteger number = new AtomicInteger();
    this.runs =
        new ThreadPoolExecutor(
            limits.runs(),
            limits.runs(),
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(limits.waiting()),
            work -> {
              Thread thread = new Thread(work, "garam-http-run-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Answers an exchange, sooner or later. */
  void handle(Exchange exchange) {
    String type = MimeTypes.getContentTypeWithoutCharset(exchange.headers().get("Content-Type"));
    if (!endpoint.mediaTypes().contains(type == null ? "" : type.trim())) {
      exchange.send(otherType().answer());
    } else if (rate.takes()) {
      BodyReader.read(exchange, endpoint.limits().bodyBytes(), body -> run(exchange, body));
    } else {
      exchange.send(tooMany().answer());
    }
  }

  private void run(Exchange exchange, byte[] body) {
    long asked = System.nanoTime();
    try {
      runs.execute(
          () -> {
            Duration waited = Duration.ofNanos(System.nanoTime() - asked);
            if (waited.compareTo(endpoint.limits().longestWait()) > 0) {
              exchange.send(busy().answer());
            } else {
              answer(exchange, body);
            }
          });
    } catch (RejectedExecutionException e) {
      exchange.send(busy().answer());
    }
  }

  private void answer(Exchange exchange, byte[] body) {
    Answer answer;
    try {
      answer = endpoint.answers().apply(exchange.received(body));
    } catch (RuntimeException | Error e) {
      log.warn("A request failed in a way that was not foreseen; its client was told so.", e);
      Response.writeError(exchange.request(), exchange.response(), exchange.callback(), e);
      return;
    }
    exchange.send(answer);
  }

  private Problem otherType() {
    String types = String.join(" or ", new TreeSet<>(endpoint.mediaTypes()));
    return Problem.of(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE_415,
            "media-type",
            "Expected a body of the type "
                + types
                + ", but the header Content-Type says something else; set it.")
        .with(Map.of(HttpHeader.ACCEPT.asString(), String.join(", ", endpoint.mediaTypes())));
  }

  private Problem tooMany() {
    return Problem.of(
            HttpStatus.TOO_MANY_REQUESTS_429,
            "rate",
            "Expected at most "
                + endpoint.limits().perSecond()
                + " requests a second from all clients together, but there were more; ask again in"
                + " a second.")
        .with(Map.of(HttpHeader.RETRY_AFTER.asString(), SECOND));
  }

  private static Problem busy() {
    return Problem.of(
            HttpStatus.SERVICE_UNAVAILABLE_503,
            "busy",
            "Expected to answer soon, but more requests wait than can be answered; ask again in a"
                + " second.")
        .with(Map.of(HttpHeader.RETRY_AFTER.asString(), SECOND));
  }

  /** Ends the threads once they have done what they are at. */
  @Override
  public void close() {
    runs.shutdown();
  }
}
