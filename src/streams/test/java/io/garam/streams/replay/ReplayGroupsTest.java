package io.garam.streams.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.streams.broker.FakeBroker;
import io.garam.streams.client.OffsetRange;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.OffsetFetchRequest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Groups of a replay, which begin where its ranges do. */
class ReplayGroupsTest {

  @AutoClose private final FakeBroker fake = new FakeBroker();
  @AutoClose private final ReplayBroker broker = new ReplayBroker(fake.brokers());

  @Test
  void aGroupBeginsWhereItsRangesDo() {
    TopicPartition first = new TopicPartition("t", 0);
    TopicPartition second = new TopicPartition("t", 1);
    broker
        .groups()
        .commit("g", List.of(new OffsetRange(first, 3, 9), new OffsetRange(second, 5, 5)));
    assertThat(fake.groups.committed("g"))
        .isEqualTo(Map.of(first, new OffsetAndMetadata(3), second, new OffsetAndMetadata(5)));
    assertThat(broker.groups().committed("g")).isEqualTo(Map.of(first, 3L, second, 5L));
    OffsetFetchRequest asked = (OffsetFetchRequest) fake.requests(ApiKeys.OFFSET_FETCH).get(0);
    assertThat(asked.data().requireStable()).as("an open transaction is waited for").isTrue();
  }

  @Test
  void groupsAreDeletedWhereTheyAre() {
    fake.groups.add("a", 0);
    fake.groups.add("other", 0);
    broker.groups().delete(List.of("gone", "a"));
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
    broker.groups().delete(List.of("a"));
    assertThat(tries).hasValue(3);
  }
}
