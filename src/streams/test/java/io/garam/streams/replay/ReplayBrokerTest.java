package io.garam.streams.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import io.garam.streams.broker.FakeBroker;
import io.garam.streams.client.OffsetRange;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.message.CreateTopicsResponseData;
import org.apache.kafka.common.message.CreateTopicsResponseData.CreatableTopicResult;
import org.apache.kafka.common.message.CreateTopicsResponseData.CreatableTopicResultCollection;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.record.internal.SimpleRecord;
import org.apache.kafka.common.requests.CreateTopicsResponse;
import org.apache.kafka.common.requests.OffsetFetchRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReplayBrokerTest {

  private final FakeBroker fake = new FakeBroker();
  private final ReplayBroker broker = new ReplayBroker(fake.brokers());

  @AfterEach
  void close() {
    broker.close();
    fake.close();
  }

  @Test
  void aTopicThatIsCreatedKeepsItsRecordsForEver() {
    assertThat(broker.exists("answers")).isFalse();
    broker.create("answers", 3);
    assertThat(broker.exists("answers")).isTrue();
    assertThat(fake.topics.partitions("answers")).isEqualTo(3);
    assertThat(fake.topics.settings("answers"))
        .isEqualTo(Map.of("retention.ms", "-1", "retention.bytes", "-1"));
  }

  /** A topic that is being deleted is in the way for a moment. */
  @Test
  void aTopicThatIsStillThereIsWaitedFor() {
    AtomicInteger tries = new AtomicInteger();
    fake.answer(
        ApiKeys.CREATE_TOPICS,
        request -> {
          if (tries.incrementAndGet() < 3) {
            return request.getErrorResponse(0, Errors.TOPIC_ALREADY_EXISTS.exception());
          }
          fake.topics.add("answers", 1);
          CreatableTopicResultCollection created = new CreatableTopicResultCollection();
          created.add(new CreatableTopicResult().setName("answers"));
          return new CreateTopicsResponse(new CreateTopicsResponseData().setTopics(created));
        });
    broker.create("answers", 1);
    assertThat(tries).hasValue(3);
  }

  @Test
  void aTopicThatStaysInTheWayIsNotWaitedForForEver() {
    fake.topics.add("answers");
    try (ReplayBroker impatient = new ReplayBroker(fake.brokers(500))) {
      assertThatThrownBy(() -> impatient.create("answers", 1))
          .isInstanceOf(GaramException.class)
          .hasMessageContaining("about the topic answers, but they answered: ");
    }
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    fake.topics.add("plan");
    assertThat(broker.read("plan")).as("a topic without a record").isEmpty();
    broker.write("plan", "first".getBytes(UTF_8));
    assertThat(broker.read("plan"))
        .hasValueSatisfying(value -> assertThat(value).asString().isEqualTo("first"));
    broker.write("plan", "second".getBytes(UTF_8));
    assertThat(broker.read("plan"))
        .as("the last counts")
        .hasValueSatisfying(value -> assertThat(value).asString().isEqualTo("second"));
    fake.topics.partition("plan", 0).append(new SimpleRecord(0, null, (byte[]) null));
    assertThat(broker.read("plan")).as("a record without a value").isEmpty();
    assertThat(broker.read("no-plan")).isEmpty();
    assertThat(fake.topics.names()).as("to ask does not make it").containsExactly("plan");
  }

  @Test
  void aPlanThatIsRefusedIsASentence() {
    fake.topics.add("plan");
    fake.producers.judge((topic, record) -> Errors.TOPIC_AUTHORIZATION_FAILED);
    assertThatThrownBy(() -> broker.write("plan", new byte[1]))
        .isInstanceOf(GaramException.class)
        .hasMessageStartingWith("Expected to be allowed to use the topic plan on ");
  }

  @Test
  void aGroupBeginsWhereItsRangesDo() {
    TopicPartition first = new TopicPartition("t", 0);
    TopicPartition second = new TopicPartition("t", 1);
    broker.commit("g", List.of(new OffsetRange(first, 3, 9), new OffsetRange(second, 5, 5)));
    assertThat(fake.groups.committed("g"))
        .isEqualTo(Map.of(first, new OffsetAndMetadata(3), second, new OffsetAndMetadata(5)));
    assertThat(broker.committed("g")).isEqualTo(Map.of(first, 3L, second, 5L));
    OffsetFetchRequest asked = (OffsetFetchRequest) fake.requests(ApiKeys.OFFSET_FETCH).get(0);
    assertThat(asked.data().requireStable()).as("an open transaction is waited for").isTrue();
  }

  @Test
  void topicsAreDeletedWhereTheyAre() {
    fake.topics.add("a");
    fake.topics.add("b");
    fake.topics.add("other");
    broker.deleteTopics(List.of("a", "gone", "b"));
    assertThat(fake.topics.names()).containsExactly("other");
    broker.deleteTopics(List.of());
  }

  @Test
  void groupsAreDeletedWhereTheyAre() {
    fake.groups.add("a", 0);
    fake.groups.add("other", 0);
    broker.deleteGroups(List.of("gone", "a"));
    assertThat(fake.groups.names()).containsExactly("other");
  }

  @Test
  void aGroupWhoseLastMemberIsJustLeavingIsWaitedFor() {
    fake.groups.add("a", 1);
    AtomicInteger tries = new AtomicInteger();
    fake.answer(
        ApiKeys.DELETE_GROUPS,
        request ->
            request.getErrorResponse(
                0,
                (tries.incrementAndGet() < 3 ? Errors.NON_EMPTY_GROUP : Errors.GROUP_ID_NOT_FOUND)
                    .exception()));
    broker.deleteGroups(List.of("a"));
    assertThat(tries).hasValue(3);
  }

  @Test
  void whatWasWrittenIsSettledWhenNoTransactionIsOpen() {
    fake.topics.add("a").append("x", 0);
    assertThatCode(() -> broker.awaitSettled(List.of(new TopicPartition("a", 0))))
        .doesNotThrowAnyException();
  }
}
