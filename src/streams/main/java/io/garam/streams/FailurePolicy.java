package io.garam.streams;

import io.garam.nlu.GaramException;
import io.garam.nlu.text.Printable;
import io.garam.streams.client.SecurityFailure;
import io.garam.streams.refusal.PollSize;
import io.garam.streams.refusal.RefusedRecords;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTimestampException;
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

  /** More than these are no single records: the topic refuses what the tagger writes. */
  static final int MOST_REFUSALS = 100;

  static final Duration WINDOW = Duration.ofMinutes(10);

  /** Kafka Streams has no type of exception for it. */
  private static final Pattern OTHER_PARTITIONS =
      Pattern.compile(
          "Existing internal topic (\\S+) has invalid partitions: expected: (\\d+); actual: (\\d+)");

  private static final Logger log = LoggerFactory.getLogger(FailurePolicy.class);

  /** As Kafka Streams' tasks and record collectors say where they failed. */
  private static final Pattern RECORD =
      Pattern.compile("topic=(\\S+), partition=(\\d+), offset=(\\d+)");

  private static final Pattern SENDING = Pattern.compile("sending record to topic (\\S+) for task");

  private final LongSupplier clock;
  private final RefusedRecords refused;
  private final PollSize pollSize;
  private final Runnable onFailure;
  private final Deque<Long> refusals = new ArrayDeque<>();
  private final Function<Thread, Optional<String>> inFlight;
  private final Deque<Long> replacements = new ArrayDeque<>();
  private @Nullable GaramException reason;

  /**
   * @param clock nanoseconds since any moment
   * @param refused the records that the brokers have refused
   * @param pollSize how many records the next thread takes from a poll
   * @param onFailure what to do before the next thread begins, where a topic may have changed
   * @param inFlight where the records are that a thread has polled and not yet processed
   */
  FailurePolicy(
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
    forgetOld(replacements, now);
    forgetOld(refusals, now);
    if (isRefusal(failure) && refusals.size() < MOST_REFUSALS) {
      refusals.addLast(now);
      log.warn(
          "The brokers refused a record ({}). What was read with it is read again, without it.",
          Printable.sentence(rootOf(failure).toString()));
      onFailure.run();
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
    if (find(failure, OutOfMemoryError.class).isPresent() && pollSize.shrink()) {
      log.warn(
          "The heap of {} MB could not hold what a poll brought ({}). It is read again, record by"
              + " record, until the next start.",
          Runtime.getRuntime().maxMemory() >> 20,
          rootOf(failure).getMessage());
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
    if (mayPass(failure) && replacements.size() < MOST_REPLACEMENTS) {
      replacements.addLast(now);
      log.warn(
          "A tagging thread failed ({}) and is replaced, for the {}. time in {} minutes.{}",
          rootOf(failure).toString(),
          replacements.size(),
          WINDOW.toMinutes(),
          where(failure));
      // A batch that the producer never gets into a topic times out, and says no more than that.
      onFailure.run();
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
    if (reason == null) {
      reason = new GaramException(sentence(failure) + where(failure), failure);
    }
    log.debug("The tagger stops.", failure);
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }

  /** A failure that comes of one record, and that the next thread will not meet again. */
  private boolean isRefusal(Throwable failure) {
    boolean news = refused.takeNews();
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (RefusedRecords.isOfOneRecord(t) || RefusedRecords.isOfNeighbour(t)) {
        return true;
      }
    }
    return news;
  }

  private static void forgetOld(Deque<Long> times, long now) {
    while (!times.isEmpty() && now - times.getFirst() > WINDOW.toNanos()) {
      times.removeFirst();
    }
  }

  /** Returns why the tagger stopped, if it did so by itself. */
  synchronized Optional<GaramException> reason() {
    return Optional.ofNullable(reason);
  }

  private static boolean mayPass(Throwable failure) {
    // Of several threads that met a full heap together, one has been told of before the others.
    return (find(failure, ApiException.class).isPresent()
            || find(failure, OutOfMemoryError.class).isPresent())
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
    Optional<AuthenticationException> refused = find(failure, AuthenticationException.class);
    if (refused.isPresent()) {
      return "Expected to be let in by the brokers as before, but "
          + SecurityFailure.explain(refused.get());
    }
    if (find(failure, AuthorizationException.class).isPresent()) {
      return "Expected the rights to read, write and commit, and to create and use the changelog"
          + " topic of a model that follows dialogues, but the brokers refused ("
          + found
          + "); grant them to the user in the client settings and start again.";
    }
    Matcher otherPartitions = OTHER_PARTITIONS.matcher(found);
    if (otherPartitions.find()) {
      return otherPartitions(
          otherPartitions.group(1), otherPartitions.group(2), otherPartitions.group(3));
    }
    if (find(failure, RecordTooLargeException.class).isPresent()
        || find(failure, InvalidTimestampException.class).isPresent()
        || find(failure, InvalidRecordException.class).isPresent()) {
      return "Expected the topics to take what the tagger writes, but the brokers refused "
          + MOST_REFUSALS
          + " records within "
          + WINDOW.toMinutes()
          + " minutes, the last with: "
          + found
          + "; see max.message.bytes, cleanup.policy and the message.timestamp settings of the"
          + " output, dead-letter and changelog topics, and start again.";
    }
    if (find(failure, OutOfMemoryError.class).isPresent()) {
      return "Expected what a poll brings to fit the heap of "
          + (Runtime.getRuntime().maxMemory() >> 20)
          + " MB, one record at a time, but it did not ("
          + found
          + "); give more with -Xmx, or go on without the record by garam skip, and start again.";
    }
    return "Expected to go on tagging, but a failure would not pass ("
        + found
        + "); mend its cause and start again, and nothing is lost.";
  }

  /**
   * Returns what to say where the changelog of dialogues does not fit the input topic.
   *
   * @param expected the number of the input topic's partitions
   */
  static String otherPartitions(String changelog, String expected, String actual) {
    return "Expected the topic "
        + changelog
        + ", which keeps what is remembered of dialogues, to have as many partitions as the input"
        + " topic ("
        + expected
        + "), but it has "
        + actual
        + "; stop all instances, delete that topic and start again: all dialogues begin anew.";
  }

  /** Returns a further sentence with topic, partition and offset, as far as they are known. */
  private String where(Throwable failure) {
    Optional<Matcher> record = said(failure, RECORD);
    Optional<String> at =
        record
            .map(found -> found.group(1) + "-" + found.group(2) + "@" + found.group(3))
            .or(() -> inFlight.apply(Thread.currentThread()));
    Optional<String> to = said(failure, SENDING).map(found -> found.group(1));
    if (at.isEmpty() && to.isEmpty()) {
      return "";
    }
    return " It happened"
        + at.map(place -> (record.isPresent() ? " at " : " with these in hand: ") + place)
            .orElse("")
        + to.map(topic -> (at.isPresent() ? "," : "") + " while writing to the topic " + topic)
            .orElse("")
        + ".";
  }

  private static Optional<Matcher> said(Throwable failure, Pattern pattern) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      Matcher matcher = pattern.matcher(String.valueOf(t.getMessage()));
      if (matcher.find()) {
        return Optional.of(matcher);
      }
    }
    return Optional.empty();
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
