package io.garam.streams.batching;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.streams.limits.OutputLimits;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class EventTimeTest {

  private static long timeOf(long timestamp, long partitionTime) {
    return new EventTime()
        .extract(
            new ConsumerRecord<>(
                "t",
                0,
                0,
                timestamp,
                TimestampType.CREATE_TIME,
                0,
                0,
                null,
                null,
                new RecordHeaders(),
                Optional.empty()),
            partitionTime);
  }

  @Test
  void aRecordWithoutATimestampGetsTheOneBeforeItOrNow() {
    assertThat(timeOf(5, 9)).isEqualTo(5);
    assertThat(timeOf(-1, 9)).isEqualTo(9);
    assertThat(timeOf(-1, -1)).isPositive();
  }

  /** Kafka Streams adds the sweep's period to it, passes the last number and sweeps without end. */
  @Test
  void theLastOfAllTimesDoesNotTurnTheClock() {
    assertThat(timeOf(Long.MAX_VALUE, 9)).isEqualTo(9);
    assertThat(timeOf(OutputLimits.LATEST + 1, 9)).isEqualTo(9);
    assertThat(timeOf(OutputLimits.LATEST, 9)).isEqualTo(OutputLimits.LATEST);
  }
}
