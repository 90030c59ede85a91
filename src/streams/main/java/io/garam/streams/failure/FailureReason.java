package io.garam.streams.failure;

import io.garam.streams.client.Causes;
import io.garam.streams.client.SecurityFailure;
import io.garam.streams.limits.RecordError;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;

/** Reason for which a tagger stops, in words. */
public final class FailureReason {

  /** Kafka Streams has no type of exception for it. */
  private static final Pattern OTHER_PARTITIONS =
      Pattern.compile(
          "Existing internal topic (\\S+) has invalid partitions: expected: (\\d+); actual: (\\d+)");

  /** How the names of repartition topics end. */
  private static final String REPARTITION = "-repartition";

  private FailureReason() {}

  /** Returns one sentence for the user: what was expected, what was found and what to do. */
  static String sentence(Throwable failure) {
    Causes causes = new Causes(failure);
    Throwable root = causes.root();
    String found = root.getMessage() == null ? root.toString() : root.getMessage();
    if (causes.have(MissingSourceTopicException.class)) {
      return "Expected the input topic to exist as long as the tagger runs, but it is gone;"
          + " create it and start again.";
    }
    Optional<AuthenticationException> refused = causes.find(AuthenticationException.class);
    if (refused.isPresent()) {
      return "Expected to be let in by the brokers as before, but "
          + SecurityFailure.explain(refused.get());
    }
    if (causes.have(TransactionalIdAuthorizationException.class)) {
      return "Expected the right WRITE to the transactional ids that begin with the application id,"
          + " but the user in the client settings does not have it; grant it, with a pattern of"
          + " type prefixed, and start again.";
    }
    if (causes.have(AuthorizationException.class)) {
      return "Expected the rights to read, write and commit, and to create and use the changelog"
          + " topic of a model that follows dialogues and the repartition topic of"
          + " garam.dialogue.pointer, but the brokers refused ("
          + found
          + "); grant them to the user in the client settings and start again.";
    }
    Matcher otherPartitions = OTHER_PARTITIONS.matcher(found);
    if (otherPartitions.find()) {
      return otherPartitions(
          otherPartitions.group(1), otherPartitions.group(2), otherPartitions.group(3));
    }
    if (causes.all().anyMatch(one -> RecordError.of(one).isPresent())) {
      return "Expected the topics to take what the tagger writes, but the brokers refused it "
          + FailurePolicy.MOST_REFUSALS
          + " times within "
          + FailurePolicy.WINDOW.toMinutes()
          + " minutes, and not for the size, time or key of one event, the last with: "
          + found
          + "; see max.message.bytes, cleanup.policy and the message.timestamp settings of the"
          + " output, dead-letter, changelog and repartition topics, and start again.";
    }
    if (causes.have(OutOfMemoryError.class)) {
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
   * Returns what to say where a topic that Kafka Streams made does not fit the input topic.
   *
   * @param topic the changelog of dialogues, or the repartition topic
   * @param expected the number of the input topic's partitions
   */
  public static String otherPartitions(String topic, String expected, String actual) {
    if (topic.endsWith(REPARTITION)) {
      return "Expected the topic "
          + topic
          + ", which brings the events of a dialogue together, to have as many partitions as the"
          + " input topic ("
          + expected
          + "), but it has "
          + actual
          + (Integer.parseInt(actual) < Integer.parseInt(expected)
              ? "; stop all instances, add partitions to it until it has as many, which loses"
                  + " nothing, delete the changelog topic of dialogues where there is one, and start"
                  + " again: all dialogues begin anew."
              : "; stop all instances, delete that topic and start again: events that wait in it"
                  + " are not tagged.");
    }
    return "Expected the topic "
        + topic
        + ", which keeps what is remembered of dialogues, to have as many partitions as the input"
        + " topic ("
        + expected
        + "), but it has "
        + actual
        + "; stop all instances, delete that topic and start again: all dialogues begin anew. Where"
        + " garam.dialogue.store is rocksdb, delete the folder of the application id in state.dir"
        + " too, on every machine.";
  }
}
