package io.garam.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.spi.FilterReply;
import io.garam.streams.refusal.PollSize;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.streams.errors.StreamsException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StackTraceFilterTest {

  private static final String COLLECTOR =
      "org.apache.kafka.streams.processor.internals.RecordCollectorImpl";

  private static FilterReply reply(String logger, @Nullable Throwable thrown) {
    return new StackTraceFilter()
        .decide(
            new LoggingEvent(
                StackTraceFilterTest.class.getName(),
                new LoggerContext().getLogger(logger),
                Level.ERROR,
                "Error encountered sending record",
                thrown,
                null));
  }

  @Test
  void aRefusedRecordHasNoStackTraceBesideItsLine() {
    assertThat(reply(COLLECTOR, new RecordTooLargeException("large"))).isEqualTo(FilterReply.DENY);
    assertThat(reply(COLLECTOR, new StreamsException(new RecordTooLargeException("large"))))
        .isEqualTo(FilterReply.DENY);
    assertThat(
            reply(
                "org.apache.kafka.streams.KafkaStreams",
                new StreamsException(new PollSize.Restored())))
        .isEqualTo(FilterReply.DENY);
    assertThat(reply(COLLECTOR, new StreamsException(new WakeupException())))
        .isEqualTo(FilterReply.DENY);
  }

  @Test
  void whatIsOfNoRecordOrOfNoStreamIsWritten() {
    assertThat(reply(COLLECTOR, new StreamsException(new TimeoutException("no leader"))))
        .isEqualTo(FilterReply.NEUTRAL);
    assertThat(reply(COLLECTOR, null)).isEqualTo(FilterReply.NEUTRAL);
    assertThat(reply("org.apache.kafka.clients.producer", new RecordTooLargeException("large")))
        .isEqualTo(FilterReply.NEUTRAL);
  }
}
