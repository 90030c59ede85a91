package io.garam.streams.batching;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.streams.event.SourcePosition;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class RangeInterceptorTest {

  private static final TopicPartition INPUT = new TopicPartition("utterances", 0);
  private static final TopicPartition OTHER = new TopicPartition("changelog", 0);

  private static ConsumerRecord<byte[], byte[]> record(TopicPartition partition, long offset) {
    return new ConsumerRecord<>(
        partition.topic(), partition.partition(), offset, new byte[0], new byte[0]);
  }

  private static ConsumerRecords<byte[], byte[]> polled(
      Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> records, long next) {
    try (RangeInterceptor interceptor = new RangeInterceptor()) {
      interceptor.configure(Map.of(RangeInterceptor.END_OFFSETS, Map.of(INPUT, 12L)));
      return interceptor.onConsume(
          new ConsumerRecords<>(records, Map.of(INPUT, new OffsetAndMetadata(next))));
    }
  }

  @Test
  void whatLiesBeyondTheEndIsAGapAndTheRestSaysWhereItWas() {
    ConsumerRecords<byte[], byte[]> records =
        polled(Map.of(INPUT, List.of(record(INPUT, 11), record(INPUT, 12))), 13);
    assertThat(records).hasSize(1);
    ConsumerRecord<byte[], byte[]> kept = records.iterator().next();
    assertThat(SourcePosition.of(kept.headers())).contains(new SourcePosition(INPUT, 11));
    assertThat(records.nextOffsets()).containsEntry(INPUT, new OffsetAndMetadata(13));
  }

  @Test
  void nothingIsLeftOfAPollBeyondTheEnd() {
    ConsumerRecords<byte[], byte[]> records =
        polled(Map.of(INPUT, List.of(record(INPUT, 500))), 501);
    assertThat(records.isEmpty()).isTrue();
    assertThat(records.partitions()).isEmpty();
    assertThat(records.nextOffsets()).containsKey(INPUT);
  }

  @Test
  void otherTopicsPassUntouched() {
    ConsumerRecords<byte[], byte[]> records = polled(Map.of(OTHER, List.of(record(OTHER, 99))), 0);
    assertThat(records).hasSize(1);
    assertThat(records.iterator().next().headers()).isEmpty();
  }
}
