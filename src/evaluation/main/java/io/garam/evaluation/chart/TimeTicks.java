package io.garam.evaluation.chart;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Where the ticks of an axis of time stand and how they are written: at round seconds, minutes,
 * hours and days of UTC, for longer times at the first of a month. Values are milliseconds since
 * 1970.
 */
record TimeTicks(double from, double to) {

  double[] ticks() {
    return step().ticks(from).filter(tick -> tick >= from && tick <= to).toArray();
  }

  /** Returns the time of a tick, as exact as its distance from the next asks for. */
  String text(double value) {
    ZonedDateTime time = Instant.ofEpochMilli((long) value).atZone(ZoneOffset.UTC);
    return DateTimeFormatter.ofPattern(step().pattern(time), Locale.ROOT).format(time);
  }

  private TimeStep step() {
    return EvenTimeStep.of(to - from).orElseGet(() -> MonthStep.of(to - from));
  }
}
