package io.garam.web.server;

import io.garam.nlu.text.Printable;
import io.garam.streams.log.LogNames;
import io.garam.web.server.Endpoint.Post;
import io.garam.web.server.Endpoint.PostLimits;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handler of what is posted to one endpoint. Answers are worked out in threads of its own, which
 * hold one request each for as long as that takes, and not until a slow client has read the answer.
 * Whoever would have to wait longer than may be is told so when that is certain, not when a thread
 * gets to it.
 */
final class PostHandler implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LogNames.TAGGER);
  private static final int LONGEST_TYPE = 100;

  /** After a request that took too long its thread is still at it. */
  private static final int RETRY_SECONDS = 10;

  private final Post endpoint;
  private final RateLimit rate;
  private final ThreadPoolExecutor runs;

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
    String given = exchange.headers().get(HttpHeader.CONTENT_TYPE.asString());
    String type = MimeTypes.getContentTypeWithoutCharset(given);
    if (!endpoint.mediaTypes().contains(type == null ? "" : type.trim())) {
      exchange.send(otherType(given).answer());
    } else if (rate.takes()) {
      BodyReader.read(
          exchange, endpoint.limits().bodyBytes(), body -> new Run(exchange, body).start());
    } else {
      exchange.send(tooMany().answer());
    }
  }

  /** One request, from when it waits until it is answered, which happens once. */
  private final class Run implements Runnable {

    private final Exchange exchange;
    private final byte[] body;
    private final AtomicBoolean answered = new AtomicBoolean();
    private final Scheduler.Task patience;

    Run(Exchange exchange, byte[] body) {
      this.exchange = exchange;
      this.body = body;
      this.patience = after(endpoint.limits().longestWait().toMillis(), this::giveUpWaiting);
    }

    private Scheduler.Task after(long milliseconds, Runnable action) {
      return exchange
          .request()
          .getComponents()
          .getScheduler()
          .schedule(action, milliseconds, TimeUnit.MILLISECONDS);
    }

    void start() {
      try {
        runs.execute(this);
      } catch (RejectedExecutionException e) {
        patience.cancel();
        send(busy().answer());
      }
    }

    private void giveUpWaiting() {
      if (runs.remove(this)) {
        send(busy().answer());
      }
    }

    @Override
    public void run() {
      patience.cancel();
      Scheduler.Task deadline =
          after(endpoint.limits().longestRun().toMillis(), () -> send(tooLong().answer()));
      try {
        send(endpoint.answers().apply(exchange.received(body)));
      } catch (Problem.Refusal e) {
        send(e.problem().answer());
      } catch (RuntimeException | Error e) {
        log.warn("A request failed in a way that was not foreseen; its client was told so.", e);
        once(
            () ->
                Response.writeError(
                    exchange.request(), exchange.response(), exchange.callback(), e));
      } finally {
        deadline.cancel();
      }
    }

    private void send(Answer answer) {
      once(() -> exchange.send(answer));
    }

    private void once(Runnable answer) {
      if (answered.compareAndSet(false, true)) {
        answer.run();
      }
    }
  }

  /** Says how to post to an endpoint. */
  static String howTo(Post endpoint) {
    return "send POST with the header Content-Type: "
        + new TreeSet<>(endpoint.mediaTypes()).last()
        + " and "
        + endpoint.example();
  }

  private Problem otherType(String found) {
    return Problem.of(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE_415,
            "media-type",
            "Expected the header Content-Type: "
                + String.join(" or ", new TreeSet<>(endpoint.mediaTypes()))
                + ", but found "
                + (found.isEmpty() ? "none" : Printable.beginning(found, LONGEST_TYPE))
                + "; "
                + howTo(endpoint)
                + ".")
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
        .retryAfter(1);
  }

  private static Problem busy() {
    return Problem.of(
            HttpStatus.SERVICE_UNAVAILABLE_503,
            "busy",
            "Expected to answer soon, but more requests wait than can be answered; ask again in a"
                + " second.")
        .retryAfter(1);
  }

  private Problem tooLong() {
    return Problem.of(
            HttpStatus.SERVICE_UNAVAILABLE_503,
            "too-long",
            "Expected to answer within "
                + endpoint.limits().longestRun().toSeconds()
                + " s, but it takes longer; ask for less at once, or again in "
                + RETRY_SECONDS
                + " s.")
        .retryAfter(RETRY_SECONDS);
  }

  /** Ends the threads once they have done what they are at. */
  @Override
  public void close() {
    runs.shutdown();
  }
}
