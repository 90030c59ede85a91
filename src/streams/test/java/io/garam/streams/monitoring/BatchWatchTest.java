package io.garam.streams.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.streams.batching.InFlightRecords.InFlight;
import io.garam.streams.client.OffsetRange;
import io.garam.streams.monitoring.Watch.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class BatchWatchTest {

  private static final InFlight BATCH =
      new InFlight(
          Instant.ofEpochSecond(0),
          27,
          List.of(
              new OffsetRange(new TopicPartition("utterances", 0), 17, 43),
              new OffsetRange(new TopicPartition("utterances", 1), 3, 4)));

  private final Map<Thread, InFlight> inFlight =
      new HashMap<>(Map.of(Thread.currentThread(), BATCH));
  private boolean polls;
  private long now;
  private final BatchWatch watch =
      new BatchWatch(
          () -> Map.copyOf(inFlight), thread -> polls ? Duration.ZERO : Duration.ofSeconds(now));

  private List<String> look(int fromSecond, int toSecond) {
    return IntStream.range(fromSecond, toSecond)
        .mapToObj(
            second -> {
              now = second;
              return watch.look(Instant.ofEpochSecond(second));
            })
        .flatMap(List::stream)
        .map(Line::text)
        .toList();
  }

  @Test
  void aBatchThatTakesLongIsNamedWithTopicPartitionAndOffsets() {
    assertThat(look(0, 9)).isEmpty();
    assertThat(look(9, 12))
        .containsExactly(
            "A batch of 27 records, utterances-0@17 to @42, utterances-1@3, takes long, until now"
                + " 10 s.");
    assertThat(look(12, 100)).hasSizeBetween(2, 4);
    inFlight.clear();
    assertThat(look(100, 110))
        .containsExactly(
            "A batch of 27 records, utterances-0@17 to @42, utterances-1@3, is done, after 1 min"
                + " 40 s.");
  }

  @Test
  void aThreadThatPollsAgainIsNotSlowThoughItLostWhatItHad() {
    polls = true;
    assertThat(look(0, 1000)).isEmpty();
  }
}
