package io.garam.streams.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Says when no broker answers and when one does again. Kafka's clients wait without a word, and a
 * frozen broker keeps its connections, so a question is asked every few seconds.
 */
final class BrokerWatch implements Watch {

  private static final Duration FIRST_LINE = Duration.ofSeconds(10);
  private static final Duration PERIOD = Duration.ofSeconds(2);

  private final String addresses;
  private final Supplier<KafkaFuture<?>> question;
  private final Outage outage = new Outage(FIRST_LINE);
  private @Nullable KafkaFuture<?> asked;
  private @Nullable Instant answered;
  private Instant askAt = Instant.MIN;
  private String reason = "";
  private volatile @Nullable Instant awaySince;

  /**
   * @param question is asked of any broker, and its answer comes or fails within seconds
   */
  BrokerWatch(String addresses, Supplier<KafkaFuture<?>> question) {
    this.addresses = addresses;
    this.question = question;
  }

  /**
   * Returns since when no broker has answered, where that is some seconds ago. Safe for many
   * threads.
   */
  Optional<Instant> awaySince() {
    return Optional.ofNullable(awaySince);
  }

  @Override
  public List<Line> look(Instant now) {
    List<Line> lines = new ArrayList<>();
    Instant since = answered == null ? now : answered;
    if (asked != null && asked.isDone()) {
      if (isAnswer(asked)) {
        since = now;
        outage.over(now).ifPresent(lasted -> lines.add(over(lasted)));
      }
      asked = null;
    }
    answered = since;
    if (asked == null && !now.isBefore(askAt)) {
      asked = question.get();
      askAt = now.plus(PERIOD);
    }
    boolean away = Duration.between(since, now).compareTo(FIRST_LINE) >= 0;
    awaySince = away ? since : null;
    if (away) {
      Instant start = since;
      outage.lasts(start, now).ifPresent(lasted -> lines.add(away(start, lasted)));
    }
    return lines;
  }

  private Line away(Instant since, Duration lasted) {
    return Line.warning(
        "No broker at "
            + addresses
            + " answers since "
            + LogText.time(since)
            + ", for "
            + LogText.duration(lasted)
            + reason
            + "; tagging waits, and goes on by itself when one does.");
  }

  private Line over(Duration lasted) {
    return Line.warning(
        "The brokers at "
            + addresses
            + " answer again, after "
            + LogText.duration(lasted)
            + "; tagging goes on.");
  }

  /** A refusal is an answer too, but for one of the client itself. */
  private boolean isAnswer(KafkaFuture<?> done) {
    try {
      done.get();
      return true;
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      reason = cause instanceof AuthenticationException ? " (" + cause.getMessage() + ")" : "";
      return !(cause instanceof TimeoutException
          || cause instanceof DisconnectException
          || cause instanceof AuthenticationException);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
