package io.garam.app.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** Log levels of Kafka's loggers: how much of its log is asked for. */
public final class KafkaLog {

  private KafkaLog() {}

  /** Says whether a logger writes more than errors. */
  public static boolean isMoreAskedFor(String logger) {
    return LoggerFactory.getLogger(logger) instanceof Logger asked
        && !asked.getEffectiveLevel().isGreaterOrEqual(Level.ERROR);
  }
}
