package io.garam.streams.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import io.garam.streams.broker.FakeBroker;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.message.CreateTopicsResponseData;
import org.apache.kafka.common.message.CreateTopicsResponseData.CreatableTopicResult;
import org.apache.kafka.common.message.CreateTopicsResponseData.CreatableTopicResultCollection;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.CreateTopicsResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Topics made and deleted for a replay. */
class ReplayTopicsTest {

  @AutoClose private final FakeBroker fake = new FakeBroker();
  @AutoClose private final ReplayBroker broker = new ReplayBroker(fake.brokers());

  @Test
  void aTopicThatIsCreatedKeepsItsRecordsForEver() {
    assertThat(broker.topics().exists("answers")).isFalse();
    broker.topics().create("answers", 3);
    assertThat(broker.topics().exists("answers")).isTrue();
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
    broker.topics().create("answers", 1);
    assertThat(tries).hasValue(3);
  }

  @Test
  void aTopicThatStaysInTheWayIsNotWaitedForForEver() {
    fake.topics.add("answers");
    try (ReplayBroker impatient = new ReplayBroker(fake.brokers(500))) {
      assertThatThrownBy(() -> impatient.topics().create("answers", 1))
          .isInstanceOf(GaramException.class)
          .hasMessageContaining("about the topic answers, but they answered: ");
    }
  }

  @Test
  void topicsAreDeletedWhereTheyAre() {
    fake.topics.add("a");
    fake.topics.add("b");
    fake.topics.add("other");
    broker.topics().delete(List.of("a", "gone", "b"));
    assertThat(fake.topics.names()).containsExactly("other");
    broker.topics().delete(List.of());
  }

  @Test
  void whatWasWrittenIsSettledWhenNoTransactionIsOpen() {
    fake.topics.add("a").append("x", 0);
    assertThatCode(() -> broker.topics().awaitSettled(List.of(new TopicPartition("a", 0))))
        .doesNotThrowAnyException();
  }
}
