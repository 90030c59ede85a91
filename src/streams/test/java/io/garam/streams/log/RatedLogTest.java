package io.garam.streams.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.streams.event.SourcePosition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class RatedLogTest {

  private final AtomicLong clock = new AtomicLong(42);
  private final List<String> lines = new ArrayList<>();
  private final RatedLog log = new RatedLog("Dead letter to dead", clock::get, lines::add);

  private List<String> linesOf(int letters) {
    lines.clear();
    for (int i = 0; i < letters; i++) {
      log.write(new SourcePosition(new TopicPartition("t", 0), i), "Bad.");
    }
    return lines;
  }

  @Test
  void aFloodOfDeadLettersIsNotAFloodOfLines() {
    assertThat(linesOf(1000)).hasSize(10).contains("Dead letter to dead for t-0@9: Bad.");
    clock.addAndGet(Duration.ofSeconds(11).toNanos());
    assertThat(linesOf(3))
        .hasSize(4)
        .startsWith("Dead letter to dead: 990 more without a line here.");
  }

  @Test
  void whatHadNoLineIsSaidWithTimeAlthoughNothingFollows() {
    linesOf(12);
    lines.clear();
    log.sayOverdue();
    assertThat(lines).isEmpty();
    clock.addAndGet(Duration.ofSeconds(10).toNanos());
    log.sayOverdue();
    log.sayOverdue();
    assertThat(lines).containsExactly("Dead letter to dead: 2 more without a line here.");
  }

  @Test
  void whatHadNoLineIsSaidAtTheEnd() {
    linesOf(11);
    lines.clear();
    log.sayCounted();
    log.sayCounted();
    assertThat(lines).containsExactly("Dead letter to dead: 1 more without a line here.");
  }
}
