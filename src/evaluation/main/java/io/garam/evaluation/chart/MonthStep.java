package io.garam.evaluation.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Step of so many months, from the first of one to the first of another. */
record MonthStep(int months) implements TimeStep {

  private static final List<Integer> LENGTHS =
      List.of(1, 3, 6, 12, 24, 60, 120, 240, 600, 1_200, 2_400, 6_000, 12_000, 24_000);

  private static final double MONTH = Duration.ofDays(30).toMillis();

  /** Returns the shortest step that is long enough for a range, in milliseconds. */
  static MonthStep of(double range) {
    return new MonthStep(
        LENGTHS.stream()
            .filter(months -> months * MONTH * MOST >= range)
            .findFirst()
            .orElse(120_000));
  }

  @Override
  public DoubleStream ticks(double from) {
    ZonedDateTime begin = Instant.ofEpochMilli((long) from).atZone(ZoneOffset.UTC);
    int first = Math.floorDiv(begin.getYear() * 12, months);
    int all = 12 / Math.min(12, months) + MOST + 1;
    return IntStream.rangeClosed(first, first + all)
        .mapToObj(i -> YearMonth.of(i * months / 12, i * months % 12 + 1))
        .mapToDouble(
            month -> month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
  }

  @Override
  public String pattern(ZonedDateTime tick) {
    return months < 12 ? "yyyy-MM" : "yyyy";
  }
}
