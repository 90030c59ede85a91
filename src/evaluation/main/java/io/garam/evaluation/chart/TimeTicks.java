package io.garam.evaluation.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Where the ticks of an axis of time stand and how they are written: at round seconds, minutes,
 * hours and days of UTC, for longer times at the first of a month. Values are milliseconds since
 * 1970.
 */
final class TimeTicks {

  private static final int MOST = 8;

  private static final List<Duration> STEPS =
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

  private static final List<Integer> MONTHS =
      List.of(1, 3, 6, 12, 24, 60, 120, 240, 600, 1_200, 2_400, 6_000, 12_000, 24_000);

  private static final double MONTH = Duration.ofDays(30).toMillis();

  /** The Monday before 1970, where steps of weeks are counted from. */
  private static final long ORIGIN = -Duration.ofDays(3).toMillis();

  private final double from;
  private final double to;

  TimeTicks(double from, double to) {
    this.from = from;
    this.to = to;
  }

  double[] ticks() {
    return step()
        .map(step -> even(step.toMillis()))
        .orElseGet(this::firstsOfMonths)
        .filter(tick -> tick >= from && tick <= to)
        .toArray();
  }

  /** Writes the time of a tick; its date where a day begins among hours. */
  String text(double value) {
    ZonedDateTime time = Instant.ofEpochMilli((long) value).atZone(ZoneOffset.UTC);
    return DateTimeFormatter.ofPattern(pattern(time), Locale.ROOT).format(time);
  }

  private String pattern(ZonedDateTime time) {
    if (step().isEmpty()) {
      return months() < 12 ? "yyyy-MM" : "yyyy";
    }
    Duration step = step().get();
    if (step.toDays() > 0 || time.toLocalTime().toSecondOfDay() == 0) {
      return "MM-dd";
    }
    return step.toMinutes() > 0 ? "HH:mm" : "HH:mm:ss";
  }

  private Optional<Duration> step() {
    return STEPS.stream().filter(step -> step.toMillis() * MOST >= to - from).findFirst();
  }

  private int months() {
    return MONTHS.stream()
        .filter(months -> months * MONTH * MOST >= to - from)
        .findFirst()
        .orElse(120_000);
  }

  private DoubleStream even(long step) {
    long first = Math.floorDiv((long) from - ORIGIN, step);
    return LongStream.rangeClosed(first, first + MOST + 1).mapToDouble(i -> ORIGIN + i * step);
  }

  private DoubleStream firstsOfMonths() {
    int months = months();
    ZonedDateTime begin = Instant.ofEpochMilli((long) from).atZone(ZoneOffset.UTC);
    int first = Math.floorDiv(begin.getYear() * 12, months);
    int all = 12 / Math.min(12, months) + MOST + 1;
    return IntStream.rangeClosed(first, first + all)
        .mapToObj(i -> YearMonth.of(i * months / 12, i * months % 12 + 1))
        .mapToDouble(
            month -> month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
  }
}
