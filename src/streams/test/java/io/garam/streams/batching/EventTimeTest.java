package io.garam.streams.batching;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.streams.limits.OutputLimits;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.FailOnInvalidTimestamp;
import org.apache.kafka.streams.processor.TimestampExtractor;
import org.apache.kafka.streams.processor.UsePartitionTimeOnInvalidTimestamp;
import org.junit.jupiter.api.Test;

class EventTimeTest {

  private static final OutputLimits LIMITS =
      OutputLimits.unknown("intents", null, "dead", 1 << 20, Compression.NONE);

  /** Twice what the record says. */
  public static final class Doubled implements TimestampExtractor {
    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
      return 2 * record.timestamp();
    }
  }

  private final RecordHeaders headers = new RecordHeaders();

  private long timeOf(Class<?> extractor, long timestamp, long partitionTime) {
    EventTime time =
        new EventTime(
            () -> Utils.newInstance(extractor.asSubclass(TimestampExtractor.class)), () -> LIMITS);
    return time.extract(
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
            headers,
            Optional.empty()),
        partitionTime);
  }

  @Test
  void aRecordWithoutATimestampGetsTheOneBeforeItOrNow() {
    assertThat(timeOf(RecordTime.class, 5, 9)).isEqualTo(5);
    assertThat(timeOf(RecordTime.class, -1, 9)).isEqualTo(9);
    assertThat(timeOf(RecordTime.class, -1, -1)).isPositive();
    assertThat(TimeRefusalHeader.take(headers)).isNull();
  }

  /** Kafka Streams adds the sweep's period to it, passes the last number and sweeps without end. */
  @Test
  void theLastOfAllTimesDoesNotTurnTheClockWhateverFindsIt() {
    for (Class<?> extractor : new Class<?>[] {RecordTime.class, FailOnInvalidTimestamp.class}) {
      assertThat(timeOf(extractor, Long.MAX_VALUE, 9)).isEqualTo(9);
      assertThat(TimeRefusalHeader.take(headers).time()).isEqualTo(Long.MAX_VALUE);
      assertThat(timeOf(extractor, OutputLimits.LATEST + 1, 9)).isEqualTo(9);
      assertThat(TimeRefusalHeader.take(headers)).isNotNull();
      assertThat(timeOf(extractor, OutputLimits.LATEST, 9)).isEqualTo(OutputLimits.LATEST);
      assertThat(headers).as("nothing of it reaches a topic").isEmpty();
    }
  }

  @Test
  void anExtractorThatFailsOnAMissingTimeDoesNotStopTheStream() {
    assertThat(timeOf(FailOnInvalidTimestamp.class, -1, 9)).isEqualTo(9);
    assertThat(timeOf(UsePartitionTimeOnInvalidTimestamp.class, -1, -1)).isPositive();
    assertThat(TimeRefusalHeader.take(headers)).isNull();
  }

  /** What the next record says makes it fail, be it of a class that nobody expects. */
  public static final class Failing implements TimestampExtractor {
    private static final List<Throwable> FAILURES =
        List.of(
            new AssertionError(),
            new StackOverflowError(),
            new NoClassDefFoundError(),
            new IOException());

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
      return Failing.<RuntimeException>fail(FAILURES.get((int) record.timestamp()));
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> long fail(Throwable failure) throws T {
      throw (T) failure;
    }
  }

  @Test
  void anExtractorThatFailsByAnErrorDoesNotStopTheStream() {
    for (int i = 0; i < Failing.FAILURES.size(); i++) {
      assertThat(timeOf(Failing.class, i, 9)).isEqualTo(9);
      assertThat(TimeRefusalHeader.take(headers)).isNull();
    }
  }

  /** A partition may have rested for longer than its output may be late. */
  @Test
  void anEventWithoutATimeIsRefusedWhereTheTimeBeforeItIsNotTaken() {
    assertThat(timeOf(RecordTime.class, -1, OutputLimits.LATEST + 1))
        .isEqualTo(OutputLimits.LATEST + 1);
    assertThat(TimeRefusalHeader.take(headers).time()).isEqualTo(OutputLimits.LATEST + 1);
  }

  @Test
  void itIsTheTimeThatWasFoundWhichIsChecked() {
    assertThat(timeOf(Doubled.class, 5, 9)).isEqualTo(10);
    assertThat(timeOf(Doubled.class, OutputLimits.LATEST / 2 + 1, 9)).isEqualTo(9);
    assertThat(TimeRefusalHeader.take(headers)).isNotNull();
  }
}
