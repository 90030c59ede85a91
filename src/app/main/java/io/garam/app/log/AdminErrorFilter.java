package io.garam.app.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Log filter: keeps out errors that Kafka's admin client writes of requests which Kafka Streams
 * repeats by itself. A topic that is unknown, since it was deleted or is not there yet, gives
 * thousands of lines a minute; a repartition topic that was made anew gives one at each deletion of
 * what was read, until the offsets have come so far again. Nobody can act on either. All of it is
 * written where more of Kafka's log is asked for.
 */
public final class AdminErrorFilter extends Filter<ILoggingEvent> {

  private static final String PACKAGE = "org.apache.kafka.clients.admin.internals.";
  private static final String LEADERS = PACKAGE + "PartitionLeaderStrategy";
  private static final String DELETIONS = PACKAGE + "DeleteRecordsHandler";

  @Override
  public FilterReply decide(ILoggingEvent event) {
    return (isUnknownTopic(event) || isDeletedOffset(event))
            && !KafkaLog.isMoreAskedFor(event.getLoggerName())
        ? FilterReply.DENY
        : FilterReply.NEUTRAL;
  }

  private static boolean isUnknownTopic(ILoggingEvent event) {
    return event.getLoggerName().equals(LEADERS)
        && event.getThrowableProxy() instanceof ThrowableProxy thrown
        && thrown.getThrowable() instanceof UnknownTopicOrPartitionException;
  }

  private static boolean isDeletedOffset(ILoggingEvent event) {
    return event.getLoggerName().equals(DELETIONS)
        && event.getFormattedMessage().endsWith(" OFFSET_OUT_OF_RANGE");
  }
}
