package io.garam.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.spi.FilterReply;
import org.apache.kafka.clients.admin.internals.DeleteRecordsHandler;
import org.apache.kafka.clients.admin.internals.PartitionLeaderStrategy;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.protocol.Errors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

final class AdminErrorFilterTest {

  /** Kafka writes with the client's name in front, and gives exception or code as an argument. */
  private static FilterReply reply(Class<?> logger, String message, Object... arguments) {
    return new AdminErrorFilter()
        .decide(
            new LoggingEvent(
                AdminErrorFilterTest.class.getName(),
                new LoggerContext().getLogger(logger),
                Level.ERROR,
                "[AdminClient clientId=garam-admin] " + message,
                null,
                arguments));
  }

  private static FilterReply topic(Errors error) {
    return reply(
        PartitionLeaderStrategy.class,
        "Received unknown topic error for topic {}",
        "utterances",
        error.exception());
  }

  private static FilterReply deletion(Errors error) {
    return reply(
        DeleteRecordsHandler.class,
        "DeleteRecords request for topic partition {} failed due to an unexpected error {}",
        new TopicPartition("garam-dialogue-repartition", 0),
        error);
  }

  @Test
  void whatKafkaStreamsRepeatsByItselfIsNotWritten() {
    assertThat(topic(Errors.UNKNOWN_TOPIC_OR_PARTITION)).isEqualTo(FilterReply.DENY);
    assertThat(deletion(Errors.OFFSET_OUT_OF_RANGE)).isEqualTo(FilterReply.DENY);
  }

  @Test
  void whatSomebodyCanMendIsWritten() {
    assertThat(topic(Errors.TOPIC_AUTHORIZATION_FAILED)).isEqualTo(FilterReply.NEUTRAL);
    assertThat(deletion(Errors.TOPIC_AUTHORIZATION_FAILED)).isEqualTo(FilterReply.NEUTRAL);
    assertThat(deletion(Errors.POLICY_VIOLATION)).isEqualTo(FilterReply.NEUTRAL);
  }

  @Test
  void whatOtherLoggersSayOfItIsWritten() {
    assertThat(
            reply(
                AdminErrorFilterTest.class,
                "gone {}",
                "utterances",
                Errors.UNKNOWN_TOPIC_OR_PARTITION.exception()))
        .isEqualTo(FilterReply.NEUTRAL);
  }

  @Test
  void whoAsksForMoreOfKafkasLogGetsAllOfIt() {
    Logger kafka = (Logger) LoggerFactory.getLogger("org.apache.kafka.clients.admin");
    Level before = kafka.getLevel();
    kafka.setLevel(Level.INFO);
    try {
      assertThat(topic(Errors.UNKNOWN_TOPIC_OR_PARTITION)).isEqualTo(FilterReply.NEUTRAL);
      assertThat(deletion(Errors.OFFSET_OUT_OF_RANGE)).isEqualTo(FilterReply.NEUTRAL);
    } finally {
      kafka.setLevel(before);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "json"})
  void theLogIsFilteredInBothForms(String form) throws JoranException {
    LoggerContext context = new LoggerContext();
    context.putProperty("GARAM_LOG_FORMAT", form);
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(AdminErrorFilter.class.getResource("/logback.xml"));

    assertThat(
            context
                .getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)
                .getAppender(form)
                .getCopyOfAttachedFiltersList())
        .anyMatch(AdminErrorFilter.class::isInstance);
  }
}
