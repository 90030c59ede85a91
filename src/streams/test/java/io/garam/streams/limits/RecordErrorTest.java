package io.garam.streams.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordErrorTest {

  /** The sentences of Kafka's LogValidator (4.3.1). */
  private static final String KEY =
      "Compacted topic cannot accept message without key in topic partition ";

  private static final String TIME =
      "Timestamp 7 of message with offset 0 is out of range. The timestamp should be within [8, 9]";

  @Test
  void kafkasOwnExceptionsAreToldByTheirType() {
    assertThat(RecordError.of(new RecordTooLargeException("x"))).contains(RecordError.SIZE);
    assertThat(RecordError.of(new RecordBatchTooLargeException("x"))).contains(RecordError.SIZE);
    assertThat(RecordError.of(new InvalidTimestampException("x"))).contains(RecordError.TIME);
  }

  @Test
  void theRecordAtFaultInABatchIsToldByItsMessage() {
    assertThat(RecordError.of(new InvalidRecordException(TIME))).contains(RecordError.TIME);
    assertThat(RecordError.of(new InvalidRecordException(KEY + "intents-0.")))
        .contains(RecordError.KEY);
    assertThat(RecordError.of(new InvalidRecordException("Record is corrupt")))
        .contains(RecordError.OTHER);
    assertThat(RecordError.of(new InvalidRecordException((String) null)))
        .contains(RecordError.OTHER);
  }

  /** Such a topic's missing keys once taught that it takes no newer times. */
  @ParameterizedTest
  @ValueSource(strings = {"timestamps-0.", "intents-by-TimeStamp-12."})
  void aTopicThatIsCalledAfterTimestampsMissesItsKeyLikeAnyOther(String partition) {
    assertThat(RecordError.of(new InvalidRecordException(KEY + partition)))
        .contains(RecordError.KEY);
  }

  @Test
  void whatIsNoFaultOfARecordIsNone() {
    assertThat(RecordError.of(new TimeoutException("timestamp key"))).isEmpty();
    assertThat(RecordError.of(new StreamsException(new RecordTooLargeException("x"))))
        .as("causes are looked at by others")
        .isEmpty();
  }

  @Test
  void theWordsBehindACountNameTheTopic() {
    assertThat(RecordError.SIZE.obstacle("t")).isEqualTo("too large for the topic t");
    assertThat(RecordError.TIME.obstacle("t"))
        .isEqualTo("whose time is outside of what is taken by the topic t");
    assertThat(RecordError.KEY.obstacle("t"))
        .isEqualTo("without the key that is needed by the compacted topic t");
    assertThat(RecordError.OTHER.obstacle("t"))
        .isEqualTo("of a form that is not taken by the topic t");
  }
}
