package io.garam.streams.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogTextTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0 s",
    "59.999, 59 s",
    "60, 1 min 0 s",
    "184, 3 min 4 s",
    "3599, 59 min 59 s",
    "3600, 1 h 0 min",
    "7384, 2 h 3 min",
    "360000, 100 h 0 min"
  })
  void aDurationHasTwoUnitsAtMost(double seconds, String text) {
    assertThat(LogText.duration(Duration.ofMillis((long) (seconds * 1000)))).isEqualTo(text);
  }

  @Test
  void aTimeIsToTheSecond() {
    assertThat(LogText.time(Instant.parse("2026-11-26T12:00:01.999Z")))
        .isEqualTo("2026-11-26T12:00:01Z");
  }

  private static List<TopicPartition> partitions(int count) {
    return IntStream.range(0, count).mapToObj(i -> new TopicPartition("t", count - 1 - i)).toList();
  }

  @Test
  void partitionsAreNamedInTheirOrderUpToTwenty() {
    assertThat(LogText.partitions(List.of())).isEqualTo("none");
    assertThat(
            LogText.partitions(
                List.of(
                    new TopicPartition("b", 0),
                    new TopicPartition("a", 10),
                    new TopicPartition("a", 9))))
        .isEqualTo("a-9, a-10, b-0");
    assertThat(LogText.partitions(partitions(20))).endsWith("t-18, t-19").startsWith("t-0, t-1, ");
    assertThat(LogText.partitions(partitions(21))).endsWith("t-18, t-19 and 1 more");
    assertThat(LogText.partitions(partitions(1_020))).endsWith("t-19 and 1000 more");
  }
}
