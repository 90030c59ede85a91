package io.garam.streams.failure;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.garam.streams.refusal.PollSize;
import io.garam.streams.refusal.RefusedRecords;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.processor.internals.ProcessorRecordContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FailurePolicyTest {

  private int reads;
  private final AtomicLong clock = new AtomicLong(1);
  private final RefusedRecords refused = new RefusedRecords(Set.of("intents"), "dead");
  private final FailurePolicy policy =
      new FailurePolicy(
          clock::get, refused, new PollSize(clock::get), () -> reads++, thread -> Optional.empty());

  private static RecordMetadata event(long offset) {
    return new ProcessorRecordContext(0, offset, 0, "utterances", new RecordHeaders());
  }

  private static StreamsException transientFailure() {
    return new StreamsException("task failed", new TimeoutException("no leader"));
  }

  @Test
  void whatMayPassReplacesTheThreadAFewTimes() {
    for (int i = 0; i < FailurePolicy.MOST_REPLACEMENTS; i++) {
      assertThat(policy.handle(transientFailure())).isEqualTo(REPLACE_THREAD);
    }
    assertThat(policy.reason()).isEmpty();
    assertThat(policy.handle(transientFailure())).isEqualTo(SHUTDOWN_CLIENT);
    assertThat(policy.reason().orElseThrow()).hasMessageContaining("no leader");
  }

  @Test
  void replacementsAreForgivenWithTime() {
    for (int i = 0; i < 3 * FailurePolicy.MOST_REPLACEMENTS; i++) {
      assertThat(policy.handle(transientFailure())).isEqualTo(REPLACE_THREAD);
      clock.addAndGet(FailurePolicy.WINDOW.dividedBy(4).toNanos());
    }
  }

  /** A clock that is set back again and again must not end the tagger. */
  @Test
  void aThreadThatWasWokenForNewClientsIsReplacedHoweverOften() {
    for (int i = 0; i < 3 * FailurePolicy.MOST_REPLACEMENTS; i++) {
      assertThat(policy.handle(new WakeupException())).isEqualTo(REPLACE_THREAD);
    }
  }

  static Stream<Throwable> lastingFailures() {
    return Stream.of(
        new StreamsException(new IllegalStateException("The model fails on every text: x")),
        new StreamsException(new TopicAuthorizationException("intents")),
        new MissingSourceTopicException("utterances"),
        new StreamsException(
            "Could not create topic x.", new TopicAuthorizationException("garam-changelog")),
        new StreamsException(
            "Existing internal topic x has invalid partitions: expected: 4; actual: 2. Use 'y'."),
        new StackOverflowError());
  }

  @ParameterizedTest
  @MethodSource("lastingFailures")
  void whatCannotPassEndsTheTaggerWithOneSentence(Throwable failure) {
    assertThat(policy.handle(failure)).isEqualTo(SHUTDOWN_CLIENT);
    assertThat(policy.reason().orElseThrow())
        .hasMessageStartingWith("Expected ")
        .hasMessageEndingWith(".");
  }

  @Test
  void aRefusedRecordReplacesTheThreadAndTheLimitsAreReadAgain() {
    for (int i = 0; i < FailurePolicy.MOST_REFUSALS; i++) {
      assertThat(policy.handle(new StreamsException(new RecordTooLargeException("too large"))))
          .isEqualTo(REPLACE_THREAD);
    }
    assertThat(reads).isEqualTo(FailurePolicy.MOST_REFUSALS);
    assertThat(policy.handle(new StreamsException(new RecordTooLargeException("too large"))))
        .isEqualTo(SHUTDOWN_CLIENT);
    assertThat(policy.reason().orElseThrow()).hasMessageContaining("max.message.bytes");
  }

  /** Each leaves an event out for good, so they come to an end by themselves. */
  @Test
  void refusalsOfEverOtherEventsDoNotEndTheTagger() {
    RecordTooLargeException error = new RecordTooLargeException("too large");
    for (int offset = 0; offset < 3 * FailurePolicy.MOST_REFUSALS; offset++) {
      refused.refused(event(offset), new ProducerRecord<>("intents", ""), error);
      assertThat(policy.handle(new StreamsException(error))).isEqualTo(REPLACE_THREAD);
    }
  }

  /** A topic that lets nothing pass, or a changelog that an event does not get out of the way. */
  @ParameterizedTest
  @CsvSource({"intents, rejected by a validator of schemas", "changelog, no key"})
  void refusalsThatLeaveNoEventOutEndTheTagger(String topic, String message) {
    InvalidRecordException error = new InvalidRecordException(message);
    int most = FailurePolicy.MOST_REFUSALS + FailurePolicy.MOST_REPLACEMENTS;
    for (int offset = 0; offset < most; offset++) {
      refused.refused(event(offset), new ProducerRecord<>(topic, ""), error);
      assertThat(policy.handle(new StreamsException(error))).isEqualTo(REPLACE_THREAD);
    }
    refused.refused(event(1000), new ProducerRecord<>(topic, ""), error);
    assertThat(policy.handle(new StreamsException(error))).isEqualTo(SHUTDOWN_CLIENT);
    assertThat(policy.reason().orElseThrow()).hasMessageContaining(message);
  }

  @Test
  void aGoodRecordInOneBatchWithARefusedOneDoesNotEndTheTagger() {
    for (int i = 0; i <= FailurePolicy.MOST_REPLACEMENTS; i++) {
      assertThat(
              policy.handle(
                  new StreamsException(
                      new KafkaException(
                          "Failed to append record because it was part of a batch which had one"
                              + " more more invalid records"))))
          .isEqualTo(REPLACE_THREAD);
    }
  }

  /** A batch that the producer splits without end times out, and says no more than that. */
  @Test
  void theLimitsAreReadAgainAfterWhatMayPassToo() {
    assertThat(policy.handle(transientFailure())).isEqualTo(REPLACE_THREAD);
    assertThat(reads).isEqualTo(1);
  }

  @Test
  void aPollTooLargeForTheHeapIsReadAgainRecordByRecordAndThenEndsTheTagger() {
    assertThat(policy.handle(new OutOfMemoryError("heap"))).isEqualTo(REPLACE_THREAD);
    // Other threads had polled as much before they were told to poll less.
    for (int i = 0; i < FailurePolicy.MOST_REPLACEMENTS; i++) {
      assertThat(policy.handle(new OutOfMemoryError("heap"))).isEqualTo(REPLACE_THREAD);
    }
    assertThat(policy.handle(new OutOfMemoryError("heap"))).isEqualTo(SHUTDOWN_CLIENT);
    assertThat(policy.reason().orElseThrow()).hasMessageContaining("-Xmx");
  }

  /** A thread ends for it, and has done nothing wrong. */
  @Test
  void pollsThatGrowAgainReplaceTheirThreads() {
    for (int i = 0; i <= FailurePolicy.MOST_REPLACEMENTS; i++) {
      assertThat(policy.handle(new StreamsException(new PollSize.Restored())))
          .isEqualTo(REPLACE_THREAD);
    }
  }

  @Test
  void theSentenceNamesTopicPartitionAndOffset() {
    policy.handle(
        new StreamsException(
            "Exception caught in process. taskId=0_3, processor=utterances, topic=utterances,"
                + " partition=3, offset=1234",
            new IllegalStateException("The model fails on every text: x")));
    assertThat(policy.reason().orElseThrow())
        .hasMessageEndingWith(" It happened at utterances-3@1234.");
  }

  @Test
  void theSentenceNamesTheTopicThatWasWrittenAndWhatTheThreadHadInHand() {
    FailurePolicy policy =
        new FailurePolicy(
            clock::get,
            new RefusedRecords(Set.of("intents"), "dead"),
            new PollSize(clock::get),
            () -> reads++,
            thread -> Optional.of("utterances-0@17 to @42"));
    policy.handle(
        new StreamsException(
            "Error encountered sending record to topic intents for task 0_0 due to: x",
            new TopicAuthorizationException("intents")));
    assertThat(policy.reason().orElseThrow())
        .hasMessageEndingWith(
            " It happened with these in hand: utterances-0@17 to @42, while writing to the topic"
                + " intents.");
  }
}
