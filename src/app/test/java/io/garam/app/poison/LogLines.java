package io.garam.app.poison;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What a class writes to the log meanwhile. */
record LogLines(Logger logger, ListAppender<ILoggingEvent> appender) implements AutoCloseable {

  /** The lock of the log: of those who look at it, or who share it and write what is looked for. */
  static final String LOCK = "log";

  static LogLines of(String name) {
    Logger logger = (Logger) LoggerFactory.getLogger(name);
    ListAppender<ILoggingEvent> appender = new ListAppender<>();
    appender.start();
    logger.addAppender(appender);
    return new LogLines(logger, appender);
  }

  List<String> lines() {
    return List.copyOf(appender.list).stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  /** Returns those about threads that have failed. */
  List<String> failures() {
    return lines().stream()
        .filter(line -> line.contains("thread failed") || line.contains("is read again"))
        .toList();
  }

  @Override
  public void close() {
    logger.detachAppender(appender);
  }
}
