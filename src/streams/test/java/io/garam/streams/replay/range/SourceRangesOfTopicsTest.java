package io.garam.streams.replay.range;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import io.garam.streams.broker.FakeBroker;
import io.garam.streams.broker.FakePartition;
import io.garam.streams.client.OffsetRange;
import io.garam.streams.client.TopicReader;
import io.garam.streams.replay.range.Position.Offsets;
import io.garam.streams.replay.range.Position.Time;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.internal.SimpleRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What of a topic with gaps is replayed, found through Kafka's own consumer. */
class SourceRangesOfTopicsTest {

  private static final Instant NOW = Instant.ofEpochMilli(1_000_000);

  private final FakeBroker broker = new FakeBroker();
  private final TopicReader reader = new TopicReader(broker.brokers());
  private final List<String> notices = new ArrayList<>();

  @AfterEach
  void close() {
    reader.close();
    broker.close();
  }

  private List<OffsetRange> find(Position from, Position to) {
    return new SourceRanges(reader, NOW, notices::add).find("t", from, to);
  }

  private static OffsetRange range(int partition, long from, long to) {
    return new OffsetRange(new TopicPartition("t", partition), from, to);
  }

  /** Two partitions: times 100, 200, 300 at offsets 0 to 2, and 150, 250 at offsets 5 and 6. */
  private void twoPartitions() {
    List<FakePartition> partitions = broker.topics.add("t", 2);
    partitions.get(0).append("a", 100).append("b", 200).append("c", 300);
    partitions.get(1).gap(5).append("d", 150).append("e", 250);
  }

  @Test
  void withoutPositionsAllIsReplayedFromTheFirstRecordOfEachPartition() {
    twoPartitions();
    assertThat(find(null, null)).containsExactly(range(0, 0, 3), range(1, 5, 7));
    assertThat(notices).isEmpty();
  }

  @Test
  void aTimeIsTheFirstRecordThatIsAsNewAndTheEndIsBeforeTheFirstThatIs() {
    twoPartitions();
    assertThat(find(new Time(200), new Time(300))).containsExactly(range(0, 1, 2), range(1, 6, 7));
    assertThat(find(new Time(201), null)).containsExactly(range(0, 2, 3), range(1, 6, 7));
    assertThat(find(null, new Time(150))).containsExactly(range(0, 0, 1), range(1, 5, 5));
  }

  @Test
  void aPartitionOfWhichNothingIsNewEnoughIsEmptyAtItsEnd() {
    twoPartitions();
    assertThat(find(new Time(251), null)).containsExactly(range(0, 2, 3), range(1, 7, 7));
  }

  @Test
  void offsetsConfineThePartitionsThatTheyNameAndNoOthers() {
    twoPartitions();
    assertThat(find(new Offsets(Map.of(0, 1L)), new Offsets(Map.of(1, 6L))))
        .containsExactly(range(0, 1, 3), range(1, 5, 6));
  }

  @Test
  void anOffsetBeyondWhatTheTopicHoldsIsSaidAndReplayedAsFarAsThat() {
    twoPartitions();
    broker.topics.partition("t", 0).deleteBefore(1);
    assertThat(find(new Offsets(Map.of(0, 0L)), new Offsets(Map.of(0, 4L, 1, 7L))))
        .containsExactly(range(0, 1, 3), range(1, 5, 7));
    assertThat(notices)
        .containsExactly(
            "--from asks for offset 0 of partition 0, but the topic holds 1 to 3; the replay goes"
                + " as far as that.",
            "--to asks for offset 4 of partition 0, but the topic holds 1 to 3; the replay goes"
                + " as far as that.");
  }

  /** It was once said that the topic holds no more than is left behind {@code --from}. */
  @Test
  void anEndBeforeTheBeginningIsNotSaidToBeMissingFromTheTopic() {
    twoPartitions();
    assertThat(find(new Time(200), new Offsets(Map.of(0, 0L))))
        .containsExactly(range(0, 1, 1), range(1, 6, 7));
    assertThat(notices).isEmpty();
  }

  @Test
  void anEndInTheFutureIsTheEndOfWhatIsThereAndIsSaid() {
    twoPartitions();
    Time tomorrow = new Time(NOW.plusSeconds(1).toEpochMilli());
    assertThat(find(null, tomorrow)).containsExactly(range(0, 0, 3), range(1, 5, 7));
    assertThat(notices)
        .containsExactly(
            "--to is in the future (1970-01-01T00:16:41Z); the replay ends with what is there"
                + " now.");
    notices.clear();
    find(null, new Time(NOW.toEpochMilli()));
    assertThat(notices).as("now is not the future").isEmpty();
  }

  @Test
  void aBeginningInTheFutureIsRefusedBeforeTheTopicIsAskedFor() {
    assertThatThrownBy(() -> find(new Time(NOW.toEpochMilli() + 1), null))
        .isInstanceOf(GaramException.class)
        .hasMessage(
            "Expected --from to be in the past, but 1970-01-01T00:16:40.001Z is after now"
                + " (1970-01-01T00:16:40Z); choose an earlier time.");
  }

  @Test
  void aPartitionThatTheTopicDoesNotHaveIsRefused() {
    twoPartitions();
    assertThatThrownBy(() -> find(null, new Offsets(Map.of(2, 0L))))
        .isInstanceOf(GaramException.class)
        .hasMessage(
            "Expected --to to name partitions of t, which has 2 (from 0), but found 2; correct"
                + " it.");
    assertThatThrownBy(() -> find(new Offsets(Map.of(7, 0L)), null))
        .isInstanceOf(GaramException.class)
        .hasMessageStartingWith("Expected --from to name partitions of t, ");
  }

  @Test
  void whereThereIsNothingItIsSaidWhatThereIs() {
    List<FakePartition> partitions = broker.topics.add("t", 2);
    partitions.get(1).append("a", 100).append("b", 200);
    assertThatThrownBy(() -> find(new Time(201), null))
        .isInstanceOf(GaramException.class)
        .hasMessage(
            "Expected records to replay between --from and --to, but there are none: t holds"
                + " nothing in partition 0, offsets 0 to 1 in partition 1; choose another"
                + " stretch.");
  }

  @Test
  void aStretchOfNothingButGapsIsNothing() {
    SimpleRecord aborted = new SimpleRecord(100, "x".getBytes(UTF_8));
    broker.topics.add("t").transaction(1, false, aborted, aborted);
    assertThatThrownBy(() -> find(null, null))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("there are none: t holds offsets 0 to 2 in partition 0;");
  }

  @Test
  void randomTimesGiveWhatAWalkOverTheRecordsGives() {
    Random random = new Random(13);
    FakePartition partition = broker.topics.add("t");
    List<long[]> records = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      partition.gap(random.nextInt(3));
      long time = 1000L + random.nextInt(500);
      records.add(new long[] {partition.end(), time});
      partition.append("v", time);
    }
    for (int i = 0; i < 20; i++) {
      long from = 990L + random.nextInt(520);
      long to = from + 1 + random.nextInt(100);
      long end = partition.end();
      long first = first(records, from, end);
      long last = Math.max(first, first(records, to, end));
      if (first < last) {
        assertThat(find(new Time(from), new Time(to)))
            .as("%d to %d", from, to)
            .containsExactly(range(0, first, last));
      } else {
        assertThatThrownBy(() -> find(new Time(from), new Time(to)))
            .hasMessageContaining("there are none");
      }
    }
  }

  private static long first(List<long[]> records, long time, long otherwise) {
    return records.stream()
        .filter(record -> record[1] >= time)
        .mapToLong(record -> record[0])
        .findFirst()
        .orElse(otherwise);
  }
}
