package io.garam.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.spi.FilterReply;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.KafkaStorageException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

final class ClientErrorFilterTest {

  private static FilterReply reply(String logger, @Nullable Throwable thrown) {
    return new ClientErrorFilter()
        .decide(
            new LoggingEvent(
                ClientErrorFilterTest.class.getName(),
                new LoggerContext().getLogger(logger),
                Level.ERROR,
                "Error processing append operation on partition utterances-0",
                thrown,
                null));
  }

  @Test
  void whatTheBrokerTellsItsClientsIsNotWritten() {
    assertThat(reply("kafka.server.ReplicaManager", new OutOfOrderSequenceException("late")))
        .isEqualTo(FilterReply.DENY);
    assertThat(reply("kafka.server.ReplicaManager", new InvalidProducerEpochException("old")))
        .isEqualTo(FilterReply.DENY);
  }

  @Test
  void whatIsWrongWithTheBrokerOrWithGaramIsWritten() {
    assertThat(reply("kafka.server.ReplicaManager", new KafkaStorageException("disk")))
        .isEqualTo(FilterReply.NEUTRAL);
    assertThat(reply("kafka.server.BrokerServer", new IllegalStateException("start")))
        .isEqualTo(FilterReply.NEUTRAL);
    assertThat(reply("kafka.server.BrokerServer", null)).isEqualTo(FilterReply.NEUTRAL);
    assertThat(reply("io.garam.streams.Tagger", new OutOfOrderSequenceException("late")))
        .isEqualTo(FilterReply.NEUTRAL);
  }

  @Test
  void whoAsksForMoreOfKafkasLogGetsAllOfIt() {
    Logger kafka = (Logger) LoggerFactory.getLogger("kafka");
    Level before = kafka.getLevel();
    kafka.setLevel(Level.INFO);
    try {
      assertThat(reply("kafka.server.ReplicaManager", new OutOfOrderSequenceException("late")))
          .isEqualTo(FilterReply.NEUTRAL);
    } finally {
      kafka.setLevel(before);
    }
  }

  @Test
  void theLogIsFiltered() throws JoranException {
    LoggerContext context = new LoggerContext();
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(ClientErrorFilter.class.getResource("/logback.xml"));

    assertThat(
            context
                .getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)
                .getAppender("plain")
                .getCopyOfAttachedFiltersList())
        .anyMatch(ClientErrorFilter.class::isInstance);
  }
}
