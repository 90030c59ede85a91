package io.garam.streams.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcePositionHeadersTest {

  private static RecordHeaders headers(String text) {
    RecordHeaders headers = new RecordHeaders();
    headers.add(SourcePosition.HEADER, text == null ? null : text.getBytes(UTF_8));
    return headers;
  }

  @ParameterizedTest
  @CsvSource({
    "utterances-3@1234, utterances, 3, 1234",
    "a-b-c-0@0, a-b-c, 0, 0",
    "a.b_c-2147483647@9223372036854775807, a.b_c, 2147483647, 9223372036854775807",
    "t--7@1, t-, 7, 1",
  })
  void aTopicMayHaveDashesInItsName(String text, String topic, int partition, long offset) {
    SourcePosition position = new SourcePosition(new TopicPartition(topic, partition), offset);
    assertThat(SourcePosition.of(headers(text))).contains(position);
    assertThat(position).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "@",
    "-@",
    "t",
    "t@1",
    "t-1",
    "t-@1",
    "t-1@",
    "t-x@1",
    "t-1@x",
    "t-1@1@",
    "t-2147483648@0",
    "t-0@9223372036854775808"
  })
  void anythingElseIsNoPosition(String text) {
    assertThat(SourcePosition.of(headers(text))).isEmpty();
  }

  @Test
  void aHeaderWithoutAValueIsNoPosition() {
    assertThat(SourcePosition.of(headers(null))).isEmpty();
    assertThat(SourcePosition.of(new RecordHeaders())).isEmpty();
  }

  @Test
  void theLastOfSeveralCountsAndToNoteItLeavesOne() {
    RecordHeaders headers = headers("old-0@1");
    headers.add(SourcePosition.HEADER, "old-0@2".getBytes(UTF_8));
    assertThat(SourcePosition.of(headers).orElseThrow().offset()).isEqualTo(2);
    ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>("t", 4, 9, null, null);
    record.headers().add(SourcePosition.HEADER, "old-0@1".getBytes(UTF_8));
    record.headers().add("other", new byte[0]);
    SourcePosition.writeHeader(record);
    SourcePosition.writeHeader(record);
    assertThat(record.headers().headers(SourcePosition.HEADER)).hasSize(1);
    assertThat(record.headers().lastHeader("other")).isNotNull();
    assertThat(SourcePosition.of(record.headers())).contains(SourcePosition.of(record));
  }
}
