package io.garam.app.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.KafkaStorageException;

/**
 * Log filter: keeps out errors that the embedded broker writes of its clients' requests, such as an
 * OutOfOrderSequenceException where a retry overtakes what it repeats: the client is told, and
 * tries again or says what is wrong. What is wrong with the broker's own disk is written, and so is
 * everything where more of Kafka's log is asked for.
 */
public final class ClientErrorFilter extends Filter<ILoggingEvent> {

  private static final String BROKER = "kafka.";

  @Override
  public FilterReply decide(ILoggingEvent event) {
    return event.getLoggerName().startsWith(BROKER)
            && event.getThrowableProxy() instanceof ThrowableProxy thrown
            && thrown.getThrowable() instanceof ApiException
            && !(thrown.getThrowable() instanceof KafkaStorageException)
            && !KafkaLog.isMoreAskedFor(event.getLoggerName())
        ? FilterReply.DENY
        : FilterReply.NEUTRAL;
  }
}
