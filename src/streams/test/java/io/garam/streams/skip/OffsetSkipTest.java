package io.garam.streams.skip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import io.garam.streams.broker.FakeBroker;
import io.garam.streams.event.SourcePosition;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OffsetSkipTest {

  private static final TopicPartition PARTITION = new TopicPartition("utterances", 1);

  private final FakeBroker broker = new FakeBroker();

  @BeforeEach
  void fourEventsOfWhichOneIsDeleted() {
    broker
        .topics
        .add("utterances", 2)
        .get(1)
        .append("a", 0)
        .append("b", 0)
        .append("c", 0)
        .append("d", 0)
        .deleteBefore(1);
  }

  @AfterEach
  void close() {
    broker.close();
  }

  private OffsetSkip skip(int partition, long offset) {
    return new OffsetSkip(
        broker.brokers(),
        "garam",
        new SourcePosition(new TopicPartition("utterances", partition), offset));
  }

  private static void assertRefused(OffsetSkip skip, String message) {
    assertThatThrownBy(skip::check).isInstanceOf(GaramException.class).hasMessage(message);
    assertThatThrownBy(skip::run).isInstanceOf(GaramException.class).hasMessage(message);
  }

  @Test
  void theEventThatTheGroupWouldReadNextIsPassed() {
    broker.groups.commit("garam", "utterances", 1, 2);
    broker.groups.commit("garam", "utterances", 0, 9);
    skip(1, 2).run();
    assertThat(broker.groups.committed("garam"))
        .isEqualTo(
            Map.of(
                PARTITION,
                new OffsetAndMetadata(3),
                new TopicPartition("utterances", 0),
                new OffsetAndMetadata(9)));
    assertThat(broker.topics.partition("utterances", 1).records())
        .as("it stays in its topic")
        .hasSize(3);
  }

  /** Kafka Streams keeps the partition's time there, by which idle dialogues are forgotten. */
  @Test
  void whatKafkaStreamsHasNotedWithTheOffsetStays() {
    broker.groups.commit(
        "garam", PARTITION, new OffsetAndMetadata(2, Optional.empty(), "AgAAAZNQ=="));
    skip(1, 2).run();
    assertThat(broker.groups.committed("garam").get(PARTITION))
        .isEqualTo(new OffsetAndMetadata(3, "AgAAAZNQ=="));
  }

  @Test
  void theLastEventCanBePassed() {
    broker.groups.commit("garam", "utterances", 1, 3);
    assertThatCode(() -> skip(1, 3).run()).doesNotThrowAnyException();
    assertThat(broker.groups.committed("garam").get(PARTITION).offset()).isEqualTo(4);
  }

  @Test
  void toCheckCommitsNothing() {
    broker.groups.commit("garam", "utterances", 1, 2);
    skip(1, 2).check();
    assertThat(broker.groups.committed("garam").get(PARTITION).offset()).isEqualTo(2);
  }

  @Test
  void whatIsNotThereCannotBePassed() {
    String holds = "Expected an offset of utterances-1, which holds 1 to 3, but found ";
    String hint = "; the log of the tagger names topic, partition and offset.";
    assertRefused(skip(1, 0), holds + 0 + hint);
    assertRefused(skip(1, 4), holds + 4 + hint);
    assertRefused(skip(1, -1), holds + -1 + hint);
    assertRefused(
        skip(0, 0), "Expected an offset of utterances-0, which holds nothing, but found 0" + hint);
    assertRefused(skip(2, 0), "Expected a partition of utterances, but it has no partition 2.");
  }

  @Test
  void aTaggerAtWorkMustBeStoppedFirst() {
    broker.groups.commit("garam", "utterances", 1, 2);
    broker.groups.add("garam", 1);
    assertRefused(
        skip(1, 2),
        "Expected all instances of garam to be stopped, but 1 of their threads is at work; stop"
            + " them first. A killed one counts until its session times out.");
    broker.groups.add("garam", 4);
    assertThatThrownBy(skip(1, 2)::check)
        .hasMessageContaining("but 4 of their threads are at work; ");
  }

  @Test
  void aGroupThatHasReadNothingThereHasNothingToPass() {
    assertRefused(
        skip(1, 2),
        "Expected the group garam to have read utterances-1, but it has committed nothing there;"
            + " see application.id and the topic.");
  }

  @Test
  void anEventThatIsPassedAlreadyIsLeftAlone() {
    broker.groups.commit("garam", "utterances", 1, 3);
    assertRefused(
        skip(1, 2),
        "Expected an event that garam has not passed yet, but it will read on at offset 3 of"
            + " utterances-1; nothing is to be done.");
  }

  @Test
  void nothingElseIsPassedWithIt() {
    broker.groups.commit("garam", "utterances", 1, 1);
    assertRefused(
        skip(1, 2),
        "Expected garam to have committed all before utterances-1@2, but it has come to offset 1,"
            + " and what lies between would be lost; run the tagger once with --config"
            + " garam.batch.max.records=1 --config commit.interval.ms=0, until it stops at that"
            + " event, and skip it then.");
  }

  @Test
  void aRefusedCommitIsASentence() {
    broker.groups.commit("garam", "utterances", 1, 2);
    broker.refuse(ApiKeys.OFFSET_COMMIT, Errors.GROUP_AUTHORIZATION_FAILED);
    assertThatThrownBy(skip(1, 2)::run)
        .isInstanceOf(GaramException.class)
        .hasMessageStartingWith("Expected to be allowed to use the group garam on ");
  }
}
