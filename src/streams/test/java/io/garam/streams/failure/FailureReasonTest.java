package io.garam.streams.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class FailureReasonTest {

  @Test
  void anInputTopicThatIsGoneIsSaidToBe() {
    assertThat(FailureReason.sentence(new MissingSourceTopicException("utterances")))
        .isEqualTo(
            "Expected the input topic to exist as long as the tagger runs, but it is gone; create"
                + " it and start again.");
  }

  @Test
  void whoIsNoLongerLetInIsToldWhy() {
    assertThat(
            FailureReason.sentence(
                new StreamsException(new SaslAuthenticationException("password changed"))))
        .isEqualTo(
            "Expected to be let in by the brokers as before, but the brokers refused the user or"
                + " the password (password changed); correct sasl.jaas.config.");
  }

  @Test
  void aRightThatIsMissingIsSaidByItsRoot() {
    assertThat(
            FailureReason.sentence(
                new StreamsException("outer", new TopicAuthorizationException("inner"))))
        .isEqualTo(
            "Expected the rights to read, write and commit, and to create and use the changelog"
                + " topic of a model that follows dialogues and the repartition topic of"
                + " garam.dialogue.pointer, but the brokers refused (inner); grant them to the user"
                + " in the client settings and start again.");
  }

  @Test
  void aChangelogOfOtherPartitionsIsNamedWithBothNumbers() {
    assertThat(
            FailureReason.sentence(
                new StreamsException(
                    "Existing internal topic garam-dialogues-changelog has invalid partitions:"
                        + " expected: 4; actual: 2. Use 'x' to clean up.")))
        .isEqualTo(
            "Expected the topic garam-dialogues-changelog, which keeps what is remembered of"
                + " dialogues, to have as many partitions as the input topic (4), but it has 2;"
                + " stop all instances, delete that topic and start again: all dialogues begin"
                + " anew. Where garam.dialogue.store is rocksdb, delete the folder of the"
                + " application id in state.dir too, on every machine.");
  }

  /** To delete it would lose the events that wait in it. */
  @Test
  void aRepartitionTopicOfFewerPartitionsIsToGetMore() {
    assertThat(
            FailureReason.sentence(
                new StreamsException(
                    "Existing internal topic garam-dialogue-repartition has invalid partitions:"
                        + " expected: 4; actual: 2. Use 'x' to clean up.")))
        .isEqualTo(
            "Expected the topic garam-dialogue-repartition, which brings the events of a dialogue"
                + " together, to have as many partitions as the input topic (4), but it has 2; stop"
                + " all instances, add partitions to it until it has as many, which loses nothing,"
                + " delete the changelog topic of dialogues where there is one, and start again:"
                + " all dialogues begin anew.");
  }

  /** Partitions cannot be taken away. */
  @Test
  void aRepartitionTopicOfMorePartitionsIsToBeDeleted() {
    assertThat(FailureReason.otherPartitions("garam-dialogue-repartition", "4", "12"))
        .isEqualTo(
            "Expected the topic garam-dialogue-repartition, which brings the events of a dialogue"
                + " together, to have as many partitions as the input topic (4), but it has 12;"
                + " stop all instances, delete that topic and start again: events that wait in it"
                + " are not tagged.");
  }

  @Test
  void tooManyRefusalsAreTheTopicsSettings() {
    assertThat(
            FailureReason.sentence(
                new StreamsException("outer", new RecordTooLargeException("1000 bytes"))))
        .isEqualTo(
            "Expected the topics to take what the tagger writes, but the brokers refused it 100"
                + " times within 10 minutes, and not for the size, time or key of one event, the"
                + " last with: 1000 bytes; see max.message.bytes, cleanup.policy and the"
                + " message.timestamp settings of the output, dead-letter, changelog and repartition"
                + " topics, and start again.");
  }

  @Test
  void aHeapThatIsTooSmallIsSaidWithItsSize() {
    assertThat(FailureReason.sentence(new StreamsException(new OutOfMemoryError("Java heap"))))
        .isEqualTo(
            "Expected what a poll brings to fit the heap of "
                + (Runtime.getRuntime().maxMemory() >> 20)
                + " MB, one record at a time, but it did not (Java heap); give more with -Xmx, or"
                + " go on without the record by garam skip, and start again.");
  }

  @Test
  void anythingElseIsSaidAsItIs() {
    assertThat(FailureReason.sentence(new StreamsException(new InvalidTopicException("a b"))))
        .isEqualTo(
            "Expected to go on tagging, but a failure would not pass (a b); mend its cause and"
                + " start again, and nothing is lost.");
    assertThat(FailureReason.sentence(new IllegalStateException()))
        .as("a failure without a message")
        .contains("(java.lang.IllegalStateException)");
  }
}
