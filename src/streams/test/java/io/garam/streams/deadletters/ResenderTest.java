package io.garam.streams.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.garam.nlu.GaramException;
import io.garam.streams.broker.FakeBroker;
import io.garam.streams.broker.FakePartition;
import io.garam.streams.deadletters.ResendResult.Unsent;
import io.garam.streams.event.SourcePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.record.internal.Record;
import org.apache.kafka.common.record.internal.SimpleRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dead letters sent again through Kafka's own transactional producer. */
class ResenderTest {

  private static final TopicPartition DEAD = new TopicPartition("dead", 0);
  private static final ResendRequest ALL = new ResendRequest(null, Set.of("utterances"), Set.of());

  private final FakeBroker broker = new FakeBroker();
  private FakePartition dead;
  private FakePartition utterances;

  @BeforeEach
  void topics() {
    dead = broker.topics.add("dead");
    utterances = broker.topics.add("utterances");
  }

  @AfterEach
  void close() {
    broker.close();
  }

  private static SimpleRecord letter(String value, String... headers) {
    Header[] all = new Header[headers.length / 2];
    for (int i = 0; i < headers.length; i += 2) {
      all[i / 2] = new RecordHeader(headers[i], headers[i + 1].getBytes(UTF_8));
    }
    return new SimpleRecord(
        1000, "k".getBytes(UTF_8), value == null ? null : value.getBytes(UTF_8), all);
  }

  private static SimpleRecord from(String topic, String value, String reason) {
    return letter(value, DeadLetterHeaders.TOPIC, topic, DeadLetterHeaders.REASON, reason);
  }

  private ResendResult resend(ResendRequest request) {
    List<Long> progress = new ArrayList<>();
    try (Resender resender =
        Resender.begin(new DeadLetterTopic(broker.brokers(), "dead", "g"), request)) {
      long size = resender.size();
      ResendResult result = resender.run(progress::add);
      assertThat(progress.stream().mapToLong(Long::longValue).sum())
          .as("each letter is told of once")
          .isLessThanOrEqualTo(size);
      return result;
    }
  }

  private static List<String> values(FakePartition partition) {
    return partition.records().stream().map(ResenderTest::value).toList();
  }

  private static String value(Record record) {
    return record.hasValue() ? UTF_8.decode(record.value().duplicate()).toString() : null;
  }

  private void assertHandledTo(long offset) {
    assertThat(broker.groups.committed("g")).isEqualTo(Map.of(DEAD, new OffsetAndMetadata(offset)));
  }

  @Test
  void eventsGoBackInTheirOrderAndWhatWasHandledIsCommittedWithThem() {
    dead.append(from("utterances", "a", "x"), from("utterances", "b", "y"));
    ResendResult result = resend(ALL);
    assertThat(values(utterances)).containsExactly("a", "b");
    assertThat(result.sent()).containsExactly(entry("utterances", 2L));
    assertHandledTo(2);
    assertThat(utterances.records().get(0).headers()).isEmpty();
    assertThat(utterances.records().get(0).timestamp()).isEqualTo(1000);
    assertThat(resend(ALL).sentCount()).as("nothing is sent twice").isZero();
    assertThat(values(utterances)).hasSize(2);
  }

  @Test
  void anEventGoesWhereTheUserSaysAndNotWhereItCameFrom() {
    FakePartition mended = broker.topics.add("mended");
    dead.append(from("elsewhere", "a", "x"));
    assertThat(resend(new ResendRequest("mended", Set.of(), Set.of())).sentCount()).isEqualTo(1);
    assertThat(values(mended)).containsExactly("a");
  }

  @Test
  void aLetterThatNamesAnyTopicAsItsOriginIsPutBack() {
    broker.topics.add("payments");
    dead.append(from("payments", "forged", "x"));
    ResendResult result = resend(ALL);
    assertThat(broker.topics.partition("payments", 0).records()).isEmpty();
    assertThat(values(dead)).containsExactly("forged", "forged");
    assertThat(result.unsent())
        .containsOnly(
            entry(
                "that name a topic of origin which is neither the input topic nor allowed by"
                    + " --allow-topic (put back for the next --replay)",
                new Unsent(1, new SourcePosition(DEAD, 0))));
    assertHandledTo(1);
  }

  @Test
  void whatIsNoLetterIsPassedOver() {
    dead.append(letter("plain"), from("utterances", "a", "x"));
    ResendResult result = resend(ALL);
    assertThat(values(utterances)).containsExactly("a");
    assertThat(result.unsent().keySet())
        .containsExactly(
            "without the header __streams.errors.topic, so no dead letters (left where they are)");
    assertHandledTo(2);
  }

  @Test
  void aLetterOfAnotherReasonWaitsForAnotherReplay() {
    dead.append(from("utterances", "a", "x"), from("utterances", "b", "y"));
    ResendResult result = resend(new ResendRequest(null, Set.of("utterances"), Set.of("y")));
    assertThat(values(utterances)).containsExactly("b");
    assertThat(result.keptCount()).isEqualTo(1);
    assertThat(values(dead)).containsExactly("a", "b", "a");
    assertThat(resend(ALL).sentCount()).isEqualTo(1);
    assertThat(values(utterances)).containsExactly("b", "a");
  }

  @Test
  void aTopicThatIsGoneIsNamed() {
    dead.append(from("lost", "a", "x"));
    assertThat(resend(new ResendRequest(null, Set.of("lost"), Set.of())).unsent().keySet())
        .containsExactly("whose topic lost does not exist (put back for the next --replay)");
  }

  @Test
  void aValueThatWasLeftOutIsFetchedFromWhereItCameFrom() {
    utterances.append("no", 1).append("whole", 77).append("nor this", 2);
    String[] headers = {
      DeadLetterHeaders.TOPIC, "utterances",
      DeadLetterHeaders.PARTITION, "0",
      DeadLetterHeaders.OFFSET, "1",
      DeadLetterHeaders.LEFT_OUT, "value"
    };
    dead.append(letter(null, headers));
    assertThat(resend(ALL).sentCount()).isEqualTo(1);
    Record again = utterances.records().get(3);
    assertThat(value(again)).isEqualTo("whole");
    assertThat(again.timestamp()).isEqualTo(77);
    utterances.deleteBefore(3);
    dead.append(letter(null, headers));
    assertThat(resend(ALL).unsent().keySet())
        .containsExactly("too large for a letter and gone from utterances (left where they are)");
  }

  /** All records of a batch that is refused carry the error of the one at fault. */
  @Test
  void theOneThatTheBrokersRefuseIsFoundAmongMany() {
    for (int i = 0; i < 9; i++) {
      dead.append(from("utterances", i == 5 ? "poison" : "v" + i, "x"));
    }
    broker.producers.judge(
        (topic, record) ->
            topic.equals("utterances") && "poison".equals(value(record))
                ? Errors.INVALID_TIMESTAMP
                : Errors.NONE);
    ResendResult result = resend(ALL);
    assertThat(values(utterances)).containsExactly("v0", "v1", "v2", "v3", "v4", "v6", "v7", "v8");
    assertThat(result.unsent().keySet())
        .containsExactly(
            "whose time is outside of what is taken by the topic utterances (put back for the next"
                + " --replay)");
    assertThat(values(dead)).hasSize(10).endsWith("poison");
    assertHandledTo(9);
  }

  /** In a batch with a small one Kafka's producer would split it without end. */
  @ParameterizedTest
  @CsvSource({"1048588, 10000", "2000, 2000"})
  @Timeout(60)
  void oneThatIsTooLargeIsToldThoughSmallOnesComeWithIt(String configured, int most) {
    broker.topics.set("utterances", Map.of("max.message.bytes", configured));
    String large = "x".repeat(2 * most);
    dead.append(
        from("utterances", "a", "x"), from("utterances", large, "x"), from("utterances", "b", "x"));
    broker.producers.judge(
        (topic, record) ->
            topic.equals("utterances") && record.valueSize() > most
                ? Errors.MESSAGE_TOO_LARGE
                : Errors.NONE);
    ResendResult result = resend(ALL);
    assertThat(values(utterances)).containsExactly("a", "b");
    assertThat(result.unsent().keySet())
        .containsExactly("too large for the topic utterances (put back for the next --replay)");
    assertThat(values(dead)).endsWith(large);
  }

  @Test
  void aLetterThatItsOwnTopicRefusesTooIsLeftWhereItIs() {
    dead.append(from("payments", "forged", "x"));
    broker.producers.judge((topic, record) -> Errors.INVALID_TIMESTAMP);
    ResendResult result = resend(ALL);
    assertThat(values(dead)).containsExactly("forged");
    assertThat(result.unsent().keySet())
        .containsExactly(
            "whose time is outside of what is taken by the topic dead (left where they are)");
    assertHandledTo(1);
  }

  @Test
  void fiveHundredLettersShareATransaction() {
    for (int i = 0; i < 501; i++) {
      dead.append(from("utterances", "v" + i, "x"));
    }
    assertThat(resend(ALL).sentCount()).isEqualTo(501);
    assertThat(broker.producers.transactions())
        .as("their records, and an offset each")
        .containsExactly(501, 2);
  }

  @Test
  void whatIsWrittenMeanwhileIsLeftToTheNextReplay() {
    dead.append(from("utterances", "a", "x"));
    try (Resender resender =
        Resender.begin(new DeadLetterTopic(broker.brokers(), "dead", "g"), ALL)) {
      dead.append(from("utterances", "late", "x"));
      assertThat(resender.size()).isEqualTo(1);
      assertThat(resender.run(done -> {}).sentCount()).isEqualTo(1);
    }
    assertThat(values(utterances)).containsExactly("a");
  }

  @Test
  void anotherReplayOfTheGroupTakesOver() {
    dead.append(from("utterances", "a", "x"));
    broker.refuse(ApiKeys.END_TXN, Errors.INVALID_PRODUCER_EPOCH);
    assertThatThrownBy(() -> resend(ALL))
        .isInstanceOf(GaramException.class)
        .hasMessage(
            "Expected to be the only replay of dead in the group g, but another has begun or this"
                + " one was idle for too long; what was not sent is left to the other, or start"
                + " again.");
    assertThat(values(utterances)).isEmpty();
  }

  @Test
  void whoMayNotWriteTransactionsIsTold() {
    broker.refuse(ApiKeys.INIT_PRODUCER_ID, Errors.TRANSACTIONAL_ID_AUTHORIZATION_FAILED);
    assertThatThrownBy(() -> resend(ALL))
        .isInstanceOf(GaramException.class)
        .hasMessageStartingWith("Expected to be allowed to use the transactional id g on ");
  }

  @Test
  void theGroupOfATopicHasItsName() {
    assertThat(DeadLetterTopic.defaultGroup("dead")).isEqualTo("garam-dead-letters-dead");
  }
}
