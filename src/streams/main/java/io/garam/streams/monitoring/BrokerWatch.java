package io.garam.streams.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says when no broker answers and when one does again. Kafka's clients wait without a word, and a
 * frozen broker keeps its connections, so a question is asked every few seconds.
 */
final class BrokerWatch implements Watch {

  private static final Logger log = LoggerFactory.getLogger(BrokerWatch.class);
  private static final Duration FIRST_LINE = Duration.ofSeconds(10);
  private static final Duration PERIOD = Duration.ofSeconds(2);

  private final String addresses;
  private final Supplier<KafkaFuture<?>> question;
  private final Outage outage = new Outage(FIRST_LINE);
  private @Nullable KafkaFuture<?> asked;
  private @Nullable Instant answered;
  private Instant askAt = Instant.MIN;
  private String reason = "no answer";

  /**
   * @param question is asked of any broker, and its answer comes or fails within seconds
   */
  BrokerWatch(String addresses, Supplier<KafkaFuture<?>> question) {
    this.addresses = addresses;
    this.question = question;
  }

  @Override
  public void look(Instant now) {
    answered = answered == null ? now : answered;
    if (asked != null && asked.isDone()) {
      boolean came = isAnswer(asked);
      asked = null;
      if (came) {
        answered = now;
        outage
            .over(now)
            .ifPresent(
                lasted ->
                    log.warn(
                        "The brokers at {} answer again, after {}; tagging goes on.",
                        addresses,
                        Spoken.duration(lasted)));
      }
    }
    if (asked == null && !now.isBefore(askAt)) {
      asked = question.get();
      askAt = now.plus(PERIOD);
    }
    Instant since = answered;
    if (Duration.between(since, now).compareTo(FIRST_LINE) >= 0) {
      outage
          .lasts(since, now)
          .ifPresent(
              lasted ->
                  log.warn(
                      "No broker at {} answers since {}, for {} ({}); tagging waits, and goes on by"
                          + " itself when one does.",
                      addresses,
                      Spoken.time(since),
                      Spoken.duration(lasted),
                      reason));
    }
  }

  /** A refusal is an answer too. */
  private boolean isAnswer(KafkaFuture<?> done) {
    try {
      done.get();
      return true;
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      reason = cause instanceof TimeoutException ? "no answer" : String.valueOf(cause.getMessage());
      return !(cause instanceof TimeoutException
          || cause instanceof DisconnectException
          || cause instanceof AuthenticationException);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
