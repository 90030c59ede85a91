package io.garam.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.streams.event.ReasonCode;
import io.garam.streams.event.UntaggableEventException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.internals.DefaultErrorHandlerContext;
import org.apache.kafka.streams.processor.TaskId;
import org.junit.jupiter.api.Test;

class DeadLetterLogTest {

  private final AtomicLong clock = new AtomicLong(42);
  private final DeadLetterLog log = new DeadLetterLog(clock::get);
  private final ErrorHandlerContext origin =
      new DefaultErrorHandlerContext(
          null, "t", 0, 7, new RecordHeaders(), "tagger", new TaskId(0, 0), 0, null, null);

  private long linesOf(int letters) {
    return IntStream.range(0, letters)
        .filter(
            i ->
                log.write(
                    "dead", origin, new UntaggableEventException(ReasonCode.NOT_JSON, "Bad.")))
        .count();
  }

  @Test
  void aFloodOfDeadLettersIsNotAFloodOfLines() {
    assertThat(linesOf(1000)).isEqualTo(10);
    clock.addAndGet(Duration.ofSeconds(11).toNanos());
    assertThat(linesOf(3)).isEqualTo(3);
  }
}
