package io.garam.streams.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import io.garam.streams.broker.FakeBroker;
import io.garam.streams.broker.FakePartition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.record.internal.SimpleRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TopicReaderTest {

  private final FakeBroker broker = new FakeBroker();
  private final TopicReader reader = new TopicReader(broker.brokers());

  @AfterEach
  void close() {
    reader.close();
    broker.close();
  }

  private static OffsetRange range(int partition, long from, long to) {
    return new OffsetRange(new TopicPartition("t", partition), from, to);
  }

  private static SimpleRecord record(String value) {
    return new SimpleRecord(0, value.getBytes(UTF_8));
  }

  private List<String> read(OffsetRange... ranges) {
    List<String> found = new ArrayList<>();
    reader.read(List.of(ranges), record -> found.add(new String(record.value(), UTF_8)));
    return found;
  }

  @Test
  void theWholeOfATopicIsARangeForEachPartitionInTheirOrder() {
    List<FakePartition> partitions = broker.topics.add("t", 3);
    partitions.get(0).append("a", 0).append("b", 0);
    partitions.get(2).append("c", 0).append("d", 0).append("e", 0).deleteBefore(2);
    assertThat(reader.whole("t")).containsExactly(range(0, 0, 2), range(1, 0, 0), range(2, 2, 3));
  }

  @Test
  void aTopicThatIsNotThereIsSaidToBeSoAndNotMade() {
    assertThatThrownBy(() -> reader.whole("t"))
        .isInstanceOf(GaramException.class)
        .hasMessage(
            "Expected the topic t on "
                + broker.address()
                + ", but it does not exist; correct the name.");
    assertThat(broker.topics.names()).isEmpty();
  }

  @Test
  void aRangeIsReadFromItsFirstOffsetToBeforeItsEnd() {
    broker.topics.add("t").append("a", 0).append("b", 0).append("c", 0).append("d", 0);
    assertThat(read(range(0, 1, 3))).containsExactly("b", "c");
    assertThat(read(range(0, 3, 4))).containsExactly("d");
    assertThat(read(range(0, 2, 2))).isEmpty();
  }

  @Test
  void nothingIsReadOfNoRanges() {
    assertThat(read()).isEmpty();
    assertThat(reader.fromFirstRecords(List.of())).isEmpty();
  }

  @Test
  void whatIsWrittenWhileARangeIsReadIsNotOfIt() {
    FakePartition partition = broker.topics.add("t").append("a", 0).append("b", 0);
    List<String> found = new ArrayList<>();
    reader.read(
        List.of(range(0, 0, 2)),
        record -> {
          partition.append("late", 0);
          found.add(new String(record.value(), UTF_8));
        });
    assertThat(found).containsExactly("a", "b");
  }

  @Test
  void aGapAtTheEndOfARangeEndsItToo() {
    broker.topics.add("t").append("a", 0).gap(5).append("z", 0);
    assertThat(read(range(0, 0, 4))).containsExactly("a");
    assertThat(read(range(0, 2, 5))).isEmpty();
  }

  @Test
  void whatWasAbortedIsAGapAndWhatWasCommittedIsRead() {
    broker
        .topics
        .add("t")
        .append("a", 0)
        .transaction(7, false, record("aborted"), record("too"))
        .transaction(7, true, record("b"))
        .transaction(8, false, record("last"));
    OffsetRange whole = reader.whole("t").get(0);
    assertThat(whole).as("with the ends of three transactions").isEqualTo(range(0, 0, 8));
    assertThat(read(whole)).containsExactly("a", "b");
    assertThat(reader.fromFirstRecords(List.of(range(0, 1, 8)))).containsExactly(range(0, 4, 8));
    assertThat(reader.fromFirstRecords(List.of(range(0, 5, 8))))
        .as("after the last record there is nothing")
        .containsExactly(range(0, 8, 8));
  }

  @Test
  void whatATransactionHasWrittenThatIsOpenIsNotThereYet() {
    broker.topics.add("t").append("a", 0).open(7, record("open")).append("b", 0);
    assertThat(reader.whole("t")).containsExactly(range(0, 0, 1));
  }

  @Test
  void partitionsAreReadTogetherAndEachInItsOrder() {
    List<FakePartition> partitions = broker.topics.add("t", 2);
    for (int i = 0; i < 50; i++) {
      partitions.get(0).append("a" + i, 0);
      partitions.get(1).append("b" + i, 0);
    }
    List<String> found = read(range(0, 0, 50), range(1, 40, 50));
    assertThat(found).hasSize(60);
    assertThat(found.stream().filter(value -> value.startsWith("a")))
        .containsExactlyElementsOf(IntStream.range(0, 50).mapToObj(i -> "a" + i).toList());
    assertThat(found.stream().filter(value -> value.startsWith("b")))
        .containsExactlyElementsOf(IntStream.range(40, 50).mapToObj(i -> "b" + i).toList());
  }

  @Test
  void aRecordWithoutAValueIsOneToo() {
    broker.topics.add("t").append(new SimpleRecord(5, "k".getBytes(UTF_8), null));
    List<Boolean> empty = new ArrayList<>();
    reader.read(List.of(range(0, 0, 1)), record -> empty.add(record.value() == null));
    assertThat(empty).containsExactly(true);
  }

  @Test
  void aRefusalOfTheBrokersIsASentence() {
    broker.topics.add("t");
    broker.refuse(ApiKeys.LIST_OFFSETS, Errors.TOPIC_AUTHORIZATION_FAILED);
    assertThatThrownBy(() -> reader.whole("t"))
        .isInstanceOf(GaramException.class)
        .hasMessageStartingWith(
            "Expected to be allowed to use the topic t on "
                + broker.address()
                + ", but the brokers refused (")
        .hasMessageEndingWith("); grant the right READ to the user in the client settings.");
  }
}
