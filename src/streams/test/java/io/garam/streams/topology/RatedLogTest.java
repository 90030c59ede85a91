package io.garam.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.streams.event.SourcePlace;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class RatedLogTest {

  private final AtomicLong clock = new AtomicLong(42);
  private final RatedLog log = new RatedLog("Dead letter to dead", clock::get);
  private final SourcePlace source = new SourcePlace(new TopicPartition("t", 0), 7);

  private long linesOf(int letters) {
    return IntStream.range(0, letters).filter(i -> log.write(source, "Bad.")).count();
  }

  @Test
  void aFloodOfDeadLettersIsNotAFloodOfLines() {
    assertThat(linesOf(1000)).isEqualTo(10);
    clock.addAndGet(Duration.ofSeconds(11).toNanos());
    assertThat(linesOf(3)).isEqualTo(3);
  }
}
