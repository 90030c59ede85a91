package io.garam.streams.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourcePositionTest {

  @Test
  void aMarkIsFoundAgainAndReplacesAnOlderOne() {
    ConsumerRecord<String, String> record = new ConsumerRecord<>("chat-log-2", 7, 1234, "k", "v");
    record.headers().add(SourcePosition.HEADER, "elsewhere-0@1".getBytes(UTF_8));
    SourcePosition.writeHeader(record);
    assertThat(record.headers().headers(SourcePosition.HEADER)).hasSize(1);
    assertThat(SourcePosition.of(record.headers()))
        .contains(new SourcePosition(new TopicPartition("chat-log-2", 7), 1234));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "topic",
        "topic-1",
        "topic@1",
        "topic-x@1",
        "topic-1@",
        "@-",
        "-1@2",
        "topic-1@-2",
        "topic-+1@2",
        "topic-1@02",
        "a topic-1@2",
        "topic/x-1@2",
        "..-1@2"
      })
  void nonsenseIsNoPlace(String header) {
    assertThat(read(header)).isEmpty();
  }

  @Test
  void aNameMayBeAsLongAsKafkaAllowsAndNoLonger() {
    assertThat(read("t".repeat(249) + "-0@1")).isPresent();
    assertThat(read("t".repeat(250) + "-0@1")).isEmpty();
    assertThat(read("a.b_c--1@2")).contains(SourcePosition.of("a.b_c-", 1, 2));
  }

  private static Optional<SourcePosition> read(String header) {
    return SourcePosition.of(
        new RecordHeaders().add(SourcePosition.HEADER, header.getBytes(UTF_8)));
  }

  @Test
  void noHeaderIsNoPlace() {
    assertThat(SourcePosition.of(new RecordHeaders())).isEmpty();
  }
}
