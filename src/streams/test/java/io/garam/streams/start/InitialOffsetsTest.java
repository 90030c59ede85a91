package io.garam.streams.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import io.garam.streams.broker.FakeBroker;
import io.garam.streams.config.GaramConfig;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InitialOffsetsTest {

  private final FakeBroker broker = new FakeBroker();

  @AfterEach
  void close() {
    broker.close();
  }

  private void prepare(String from) {
    new InitialOffsets(
            GaramConfig.of(
                Map.of(
                    "garam.model",
                    "m",
                    "bootstrap.servers",
                    broker.address(),
                    "garam.start.from",
                    from)))
        .prepare();
  }

  private void twoPartitions() {
    var partitions = broker.topics.add("utterances", 2);
    partitions.get(0).append("a", 0).append("b", 0).append("c", 0);
    partitions.get(1).gap(5).append("d", 0);
  }

  private static TopicPartition partition(int number) {
    return new TopicPartition("utterances", number);
  }

  @Test
  void theLatestIsTheEndOfEachPartitionCommittedOnce() {
    twoPartitions();
    prepare("latest");
    assertThat(broker.groups.committed("garam"))
        .isEqualTo(
            Map.of(partition(0), new OffsetAndMetadata(3), partition(1), new OffsetAndMetadata(6)));
    broker.topics.partition("utterances", 0).append("meanwhile", 0);
    prepare("latest");
    assertThat(broker.groups.committed("garam").get(partition(0)).offset())
        .as("what is written between two starts is tagged")
        .isEqualTo(3);
  }

  @Test
  void theEarliestIsCommittedByNobody() {
    twoPartitions();
    prepare("earliest");
    assertThat(broker.groups.committed("garam")).isEmpty();
    assertThat(broker.requests(ApiKeys.OFFSET_COMMIT)).isEmpty();
  }

  @Test
  void aGroupThatHasBegunInOnePartitionGoesOnThere() {
    twoPartitions();
    broker.groups.commit("garam", "utterances", 1, 5);
    prepare("latest");
    assertThat(broker.groups.committed("garam"))
        .isEqualTo(Map.of(partition(1), new OffsetAndMetadata(5)));
  }

  @Test
  void whatAGroupHasReadOfAnotherTopicIsNoBeginningHere() {
    twoPartitions();
    broker.groups.commit("garam", "another", 0, 5);
    prepare("latest");
    assertThat(broker.groups.committed("garam").get(partition(0)).offset()).isEqualTo(3);
  }

  @Test
  void anEmptyTopicEndsAtItsBeginning() {
    broker.topics.add("utterances", 1);
    prepare("latest");
    assertThat(broker.groups.committed("garam").get(partition(0)).offset()).isZero();
  }

  /** Of several instances that start together each finds nothing committed. */
  @Test
  void whereAnotherInstanceHasJustBegunThisOneGoesOnWithIt() {
    twoPartitions();
    for (Errors error : new Errors[] {Errors.UNKNOWN_MEMBER_ID, Errors.NON_EMPTY_GROUP}) {
      broker.answer(
          ApiKeys.OFFSET_COMMIT, request -> request.getErrorResponse(0, error.exception()));
      assertThatCode(() -> prepare("latest")).as(error.name()).doesNotThrowAnyException();
    }
  }

  @Test
  void whoMayNotCommitIsTold() {
    twoPartitions();
    broker.refuse(ApiKeys.OFFSET_COMMIT, Errors.GROUP_AUTHORIZATION_FAILED);
    assertThatThrownBy(() -> prepare("latest"))
        .isInstanceOf(GaramException.class)
        .hasMessageStartingWith("Expected to be allowed to use the group garam on ");
  }
}
