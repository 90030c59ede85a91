package io.garam.evaluation.chart;

import java.time.ZonedDateTime;
import java.util.stream.DoubleStream;

/** Step between two ticks of an axis of time, in milliseconds since 1970. */
sealed interface TimeStep permits EvenTimeStep, MonthStep {

  /** The most steps that an axis is divided into. */
  int MOST = 8;

  /** Returns the ticks from the last one before a time on, enough for an axis. */
  DoubleStream ticks(double from);

  /**
   * Returns how a tick is written, as a pattern of {@link java.time.format.DateTimeFormatter}: its
   * time, or its date where a day begins among hours.
   */
  String pattern(ZonedDateTime tick);
}
