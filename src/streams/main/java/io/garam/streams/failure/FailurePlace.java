package io.garam.streams.failure;

import io.garam.streams.client.Causes;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Place of a failure: the record that was processed, and the topic that was written to. */
final class FailurePlace {

  /** As Kafka Streams' tasks and record collectors say where they failed. */
  private static final Pattern RECORD =
      Pattern.compile("topic=(\\S+), partition=(\\d+), offset=(\\d+)");

  private static final Pattern SENDING = Pattern.compile("sending record to topic (\\S+) for task");

  private FailurePlace() {}

  /**
   * Returns a further sentence with topic, partition and offset, as far as they are known.
   *
   * @param inFlight where the records are that the thread has polled and not yet processed
   */
  static String sentence(Throwable failure, Optional<String> inFlight) {
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
    return new Causes(failure)
        .all()
        .map(cause -> pattern.matcher(String.valueOf(cause.getMessage())))
        .filter(Matcher::find)
        .findFirst();
  }
}
