package io.garam.streams.batching;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.streams.batching.InFlightRecords.InFlight;
import io.garam.streams.client.OffsetRange;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class InFlightTest {

  private final InFlightRecords records = new InFlightRecords();

  private static ConsumerRecord<byte[], byte[]> record(int partition, long offset) {
    return new ConsumerRecord<>("u", partition, offset, null, new byte[0]);
  }

  private InFlight ofThisThread() {
    return records.inFlight().get(Thread.currentThread());
  }

  @Test
  void whereTheyAreIsSaidByPartition() {
    records.polled(List.of(record(0, 17), record(0, 18), record(0, 42), record(1, 3)));
    assertThat(ofThisThread().records()).isEqualTo(4);
    assertThat(ofThisThread().ranges())
        .containsExactly(
            new OffsetRange(new TopicPartition("u", 0), 17, 43),
            new OffsetRange(new TopicPartition("u", 1), 3, 4));
    assertThat(ofThisThread().where()).isEqualTo("u-0@17 to @42, u-1@3");
  }

  @Test
  void partitionsThatComeByTurnsAreOneRangeEach() {
    records.polled(List.of(record(1, 5), record(0, 1), record(1, 9), record(0, 2)));
    assertThat(ofThisThread().where()).isEqualTo("u-1@5 to @9, u-0@1 to @2");
  }

  @Test
  void theyAreInFlightUntilTheLastIsProcessed() {
    assertThat(records.polled(List.of(record(0, 1), record(0, 2)))).isTrue();
    records.processed();
    assertThat(ofThisThread()).isNotNull();
    records.processed();
    assertThat(ofThisThread()).isNull();
  }

  /** As the records of a topology's other topics, which no interceptor counts. */
  @Test
  void aRecordThatWasNotPolledHereChangesNothing() {
    records.processed();
    assertThat(records.inFlight()).isEmpty();
    records.polled(List.of(record(0, 1)));
    assertThat(ofThisThread()).isNotNull();
  }

  @Test
  void theNextPollTakesThePlaceOfTheOneBefore() {
    records.polled(List.of(record(0, 1)));
    records.polled(List.of(record(0, 8)));
    assertThat(ofThisThread().where()).isEqualTo("u-0@8");
  }
}
