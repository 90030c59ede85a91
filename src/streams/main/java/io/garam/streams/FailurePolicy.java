package io.garam.streams;

import io.garam.nlu.GaramException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what becomes of a stream thread that failed. What Kafka's protocol reports may pass, so
 * the thread is replaced, but only a few times in a while; what cannot pass ends the tagger, with a
 * reason for the user. Safe for many threads.
 */
final class FailurePolicy implements StreamsUncaughtExceptionHandler {

  static final int MOST_REPLACEMENTS = 5;
  static final Duration WINDOW = Duration.ofMinutes(10);

  /** Kafka Streams has no type of exception for it. */
  private static final Pattern OTHER_PARTITIONS =
      Pattern.compile(
          "Existing internal topic (\\S+) has invalid partitions: expected: (\\d+); actual: (\\d+)");

  private static final Logger log = LoggerFactory.getLogger(FailurePolicy.class);

  private final LongSupplier clock;
  private final Deque<Long> replacements = new ArrayDeque<>();
  private @Nullable GaramException reason;

  /**
   * @param clock nanoseconds since any moment
   */
  FailurePolicy(LongSupplier clock) {
    this.clock = clock;
  }

  @Override
  public synchronized StreamThreadExceptionResponse handle(Throwable failure) {
    long now = clock.getAsLong();
    while (!replacements.isEmpty() && now - replacements.getFirst() > WINDOW.toNanos()) {
      replacements.removeFirst();
    }
    if (mayPass(failure) && replacements.size() < MOST_REPLACEMENTS) {
      replacements.addLast(now);
      log.warn(
          "A tagging thread failed ({}) and is replaced, for the {}. time in {} minutes.",
          rootOf(failure).toString(),
          replacements.size(),
          WINDOW.toMinutes());
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
    if (reason == null) {
      reason = new GaramException(sentence(failure), failure);
    }
    log.debug("The tagger stops.", failure);
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }

  /** Returns why the tagger stopped, if it did so by itself. */
  synchronized Optional<GaramException> reason() {
    return Optional.ofNullable(reason);
  }

  private static boolean mayPass(Throwable failure) {
    return find(failure, ApiException.class).isPresent()
        && find(failure, AuthorizationException.class).isEmpty()
        && find(failure, AuthenticationException.class).isEmpty()
        && find(failure, RecordTooLargeException.class).isEmpty()
        && find(failure, InvalidTopicException.class).isEmpty()
        && find(failure, UnsupportedVersionException.class).isEmpty();
  }

  private static String sentence(Throwable failure) {
    Throwable root = rootOf(failure);
    String found = root.getMessage() == null ? root.toString() : root.getMessage();
    if (find(failure, MissingSourceTopicException.class).isPresent()) {
      return "Expected the input topic to exist as long as the tagger runs, but it is gone;"
          + " create it and start again.";
    }
    if (find(failure, AuthorizationException.class).isPresent()
        || find(failure, AuthenticationException.class).isPresent()) {
      return "Expected the rights to read, write and commit, and to create and use the changelog"
          + " topic of a model that follows dialogues, but the brokers refused ("
          + found
          + "); grant them to the user in the client settings and start again.";
    }
    Matcher otherPartitions = OTHER_PARTITIONS.matcher(found);
    if (otherPartitions.find()) {
      return "Expected the topic "
          + otherPartitions.group(1)
          + ", which keeps what is remembered of dialogues, to have as many partitions as the input"
          + " topic ("
          + otherPartitions.group(2)
          + "), but it has "
          + otherPartitions.group(3)
          + "; stop all instances, delete that topic and start again: all dialogues begin anew.";
    }
    if (find(failure, RecordTooLargeException.class).isPresent()) {
      return "Expected the broker to take every event up to max.request.size, but it refused one"
          + " as too large ("
          + found
          + "); raise the topic's max.message.bytes or lower producer.max.request.size.";
    }
    return "Expected to go on tagging, but a failure would not pass ("
        + found
        + "); mend its cause and start again, and nothing is lost.";
  }

  private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (type.isInstance(t)) {
        return Optional.of(type.cast(t));
      }
    }
    return Optional.empty();
  }

  private static Throwable rootOf(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
