package io.garam.evaluation.chart;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/** Step of so many seconds, minutes, hours or days of UTC. */
record EvenTimeStep(Duration length) implements TimeStep {

  private static final List<Duration> LENGTHS =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofMinutes(1),
          Duration.ofMinutes(2),
          Duration.ofMinutes(5),
          Duration.ofMinutes(10),
          Duration.ofMinutes(30),
          Duration.ofHours(1),
          Duration.ofHours(2),
          Duration.ofHours(3),
          Duration.ofHours(6),
          Duration.ofHours(12),
          Duration.ofDays(1),
          Duration.ofDays(2),
          Duration.ofDays(7),
          Duration.ofDays(14));

  /** The Monday before 1970, where steps of weeks are counted from. */
  private static final long ORIGIN = -Duration.ofDays(3).toMillis();

  /** Returns the shortest step that is long enough for a range; empty where none is. */
  static Optional<TimeStep> of(double range) {
    return LENGTHS.stream()
        .filter(length -> length.toMillis() * MOST >= range)
        .findFirst()
        .map(EvenTimeStep::new);
  }

  @Override
  public DoubleStream ticks(double from) {
    long step = length.toMillis();
    long first = Math.floorDiv((long) from - ORIGIN, step);
    return LongStream.rangeClosed(first, first + MOST + 1).mapToDouble(i -> ORIGIN + i * step);
  }

  @Override
  public String pattern(ZonedDateTime tick) {
    if (length.toDays() > 0 || tick.toLocalTime().toSecondOfDay() == 0) {
      return "MM-dd";
    }
    return length.toMinutes() > 0 ? "HH:mm" : "HH:mm:ss";
  }
}
