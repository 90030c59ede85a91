package io.garam.streams.failure;

import io.garam.nlu.GaramException;
import io.garam.nlu.text.Printable;
import io.garam.streams.client.Causes;
import io.garam.streams.log.LogNames;
import io.garam.streams.refusal.PollSize;
import io.garam.streams.refusal.RefusalNews;
import io.garam.streams.refusal.RefusedRecords;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Uncaught exception handler that decides what becomes of a stream thread that failed. What Kafka's
 * protocol reports may pass, so the thread is replaced, but only a few times in a while; what
 * cannot pass ends the tagger, with a reason for the user. Safe for many threads.
 */
public final class FailurePolicy implements StreamsUncaughtExceptionHandler {

  static final int MOST_REPLACEMENTS = 5;

  /**
   * More than these, none of which gave an event to leave out, are no single records: the topic
   * refuses what the tagger writes.
   */
  static final int MOST_REFUSALS = 100;

  static final Duration WINDOW = Duration.ofMinutes(10);

  private static final Logger log = LoggerFactory.getLogger(LogNames.TAGGER);

  private final LongSupplier clock;
  private final RefusedRecords refused;
  private final PollSize pollSize;
  private final Runnable onFailure;
  private final SlidingWindow refusals = new SlidingWindow(WINDOW);
  private final Function<Thread, Optional<String>> inFlight;
  private final SlidingWindow replacements = new SlidingWindow(WINDOW);
  private @Nullable GaramException reason;

  /**
   * @param clock nanoseconds since any moment
   * @param refused the records that the brokers have refused
   * @param pollSize how many records the next thread takes from a poll
   * @param onFailure what to do before the next thread begins, where a topic may have changed
   * @param inFlight where the records are that a thread has polled and not yet processed
   */
  public FailurePolicy(
      LongSupplier clock,
      RefusedRecords refused,
      PollSize pollSize,
      Runnable onFailure,
      Function<Thread, Optional<String>> inFlight) {
    this.clock = clock;
    this.refused = refused;
    this.pollSize = pollSize;
    this.onFailure = onFailure;
    this.inFlight = inFlight;
  }

  @Override
  public synchronized StreamThreadExceptionResponse handle(Throwable failure) {
    long now = clock.getAsLong();
    Causes causes = new Causes(failure);
    if (causes.have(PollSize.Restored.class)) {
      log.info("Polls bring as many records as configured again.");
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
    if (causes.have(WakeupException.class)) {
      log.info("A tagging thread begins again, with new clients.");
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
    if (isRefusal(failure) && refusals.count(now) < MOST_REFUSALS) {
      refusals.add(now);
      log.warn(
          "The brokers refused a record ({}). What was read with it is read again, without it.",
          Printable.sentence(causes.root().toString()));
      onFailure.run();
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
    if (causes.have(OutOfMemoryError.class) && pollSize.shrink()) {
      log.warn(
          "The heap of {} MB could not hold what a poll brought ({}). It is read again, record by"
              + " record, for {} minutes.",
          Runtime.getRuntime().maxMemory() >> 20,
          causes.root().getMessage(),
          PollSize.SMALL.toMinutes());
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
    if (mayPass(causes) && replacements.count(now) < MOST_REPLACEMENTS) {
      replacements.add(now);
      log.warn(
          "A tagging thread failed ({}) and is replaced, for the {}. time in {} minutes.{}",
          causes.root().toString(),
          replacements.count(now),
          WINDOW.toMinutes(),
          where(failure));
      // A batch that the producer never gets into a topic times out, and says no more than that.
      onFailure.run();
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
    if (reason == null) {
      reason = new GaramException(FailureReason.sentence(failure) + where(failure), failure);
    }
    log.debug("The tagger stops.", failure);
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }

  /** A failure that comes of one record, and that the next thread will not meet again. */
  private boolean isRefusal(Throwable failure) {
    RefusalNews news = refused.takeNews();
    if (news == RefusalNews.EVENT_TO_LEAVE_OUT) {
      refusals.clear();
    }
    return news != RefusalNews.NONE || RefusedRecords.isRefusal(failure);
  }

  /** Returns why the tagger stopped, if it did so by itself. */
  public synchronized Optional<GaramException> reason() {
    return Optional.ofNullable(reason);
  }

  private String where(Throwable failure) {
    return FailurePlace.sentence(failure, inFlight.apply(Thread.currentThread()));
  }

  private static boolean mayPass(Causes causes) {
    // Of several threads that met a full heap together, one has been told of before the others.
    return (causes.have(ApiException.class) || causes.have(OutOfMemoryError.class))
        && !causes.have(AuthorizationException.class)
        && !causes.have(AuthenticationException.class)
        && !causes.have(RecordTooLargeException.class)
        && !causes.have(InvalidTopicException.class)
        && !causes.have(UnsupportedVersionException.class);
  }
}
