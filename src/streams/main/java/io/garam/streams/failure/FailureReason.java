package io.garam.streams.failure;

import io.garam.streams.client.SecurityFailure;
import io.garam.streams.limits.RecordError;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;

/** Reason for which a tagger stops, in words. */
public final class FailureReason {

  /** Kafka Streams has no type of exception for it. */
  private static final Pattern OTHER_PARTITIONS =
      Pattern.compile(
          "Existing internal topic (\\S+) has invalid partitions: expected: (\\d+); actual: (\\d+)");

  /** As Kafka Streams' tasks and record collectors say where they failed. */
  private static final Pattern RECORD =
      Pattern.compile("topic=(\\S+), partition=(\\d+), offset=(\\d+)");

  private static final Pattern SENDING = Pattern.compile("sending record to topic (\\S+) for task");

  private FailureReason() {}

  /** Returns one sentence for the user: what was expected, what was found and what to do. */
  static String sentence(Throwable failure) {
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
    if (Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .anyMatch(one -> RecordError.of(one).isPresent())) {
      return "Expected the topics to take what the tagger writes, but the brokers refused it "
          + FailurePolicy.MOST_REFUSALS
          + " times within "
          + FailurePolicy.WINDOW.toMinutes()
          + " minutes, and not for the size, time or key of one event, the last with: "
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
  public static String otherPartitions(String changelog, String expected, String actual) {
    return "Expected the topic "
        + changelog
        + ", which keeps what is remembered of dialogues, to have as many partitions as the input"
        + " topic ("
        + expected
        + "), but it has "
        + actual
        + "; stop all instances, delete that topic and start again: all dialogues begin anew.";
  }

  /**
   * Returns a further sentence with topic, partition and offset, as far as they are known.
   *
   * @param inFlight where the records are that the thread has polled and not yet processed
   */
  static String where(Throwable failure, Optional<String> inFlight) {
    Optional<Matcher> record = said(failure, RECORD);
    Optional<String> at =
        record
            .map(found -> found.group(1) + "-" + found.group(2) + "@" + found.group(3))
            .or(() -> inFlight);
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

  /** Returns the first of that type among a failure and its causes. */
  static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (type.isInstance(t)) {
        return Optional.of(type.cast(t));
      }
    }
    return Optional.empty();
  }

  /** Returns the cause behind all others. */
  static Throwable rootOf(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
