package io.garam.app.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import io.garam.streams.refusal.PollSize;
import io.garam.streams.refusal.RefusedRecords;
import org.apache.kafka.common.errors.WakeupException;

/**
 * Log filter: keeps out the stack traces that Kafka Streams writes where brokers refuse a record,
 * or a thread is replaced so that its polls may grow again or its clients are new: the tagger says
 * it in one line and goes on. Everything is written where more of Kafka's log is asked for.
 */
public final class StackTraceFilter extends Filter<ILoggingEvent> {

  private static final String KAFKA_STREAMS = "org.apache.kafka.streams.";

  @Override
  public FilterReply decide(ILoggingEvent event) {
    return event.getLoggerName().startsWith(KAFKA_STREAMS)
            && event.getThrowableProxy() instanceof ThrowableProxy thrown
            && isSaid(thrown.getThrowable())
            && !KafkaLog.isMoreAskedFor(event.getLoggerName())
        ? FilterReply.DENY
        : FilterReply.NEUTRAL;
  }

  private static boolean isSaid(Throwable failure) {
    return RefusedRecords.isRefusal(failure)
        || isRenewal(failure)
        || (failure.getCause() != null && isRenewal(failure.getCause()));
  }

  private static boolean isRenewal(Throwable failure) {
    return failure instanceof PollSize.Restored || failure instanceof WakeupException;
  }
}
