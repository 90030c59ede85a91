package io.garam.evaluation.chart;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * Axis of a chart: its direction, range and ticks.
 *
 * @param title what is measured
 * @param from the value at its beginning
 * @param to the value at its end, greater than {@code from}
 * @param unit how its values are written
 * @param scale how they are spaced
 */
public record Axis(String title, double from, double to, Unit unit, Scale scale) {

  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  /**
   * @throws IllegalArgumentException if the axis has no length, or a logarithmic one does not begin
   *     above zero
   */
  public Axis {
    if (!(from < to) || (scale != Scale.EVEN && !(from > 0))) {
      throw new IllegalArgumentException("an axis is not from " + from + " to " + to);
    }
  }

  /** An axis whose values are spaced evenly. */
  public Axis(String title, double from, double to, Unit unit) {
    this(title, from, to, unit, Scale.EVEN);
  }

  /** Returns an axis of all shares, 0 to 100 %. */
  public static Axis percent(String title) {
    return new Axis(title, 0, 1, Unit.PERCENT);
  }

  /** Returns an axis that begins and ends with a tick and holds all values given. */
  public static Axis holding(String title, Unit unit, DoubleStream values) {
    double[] finite = values.filter(Double::isFinite).toArray();
    double least = DoubleStream.of(finite).min().orElse(0);
    double greatest = DoubleStream.of(finite).max().orElse(1);
    double range = greatest > least ? greatest - least : Math.max(1e-3, Math.abs(least) / 10);
    double step = TickStep.of(unit, range).size();
    double from = Math.floor(least / step) * step;
    double to = Math.ceil(greatest / step) * step;
    return new Axis(title, from, from < to ? to : from + step, unit);
  }

  /** Returns the round values to write along the axis. */
  double[] ticks() {
    if (unit == Unit.TIME) {
      return new TimeTicks(from, to).ticks();
    }
    return switch (scale) {
      case EVEN -> TickStep.of(unit, to - from).ticks(from, to).toArray();
      case DOUBLING -> DoubleStream.iterate(from, tick -> tick <= to, tick -> tick * 2).toArray();
      case TEN_POWERS -> {
        double least = Math.log10(from);
        double greatest = Math.log10(to);
        yield TickStep.of(Unit.COUNT, greatest - least)
            .ticks(least, greatest)
            .map(power -> Math.pow(10, power))
            .toArray();
      }
    };
  }

  /** Writes a value with as many digits as tell one tick from the next. */
  String text(double value) {
    if (unit == Unit.TIME) {
      return new TimeTicks(from, to).text(value);
    }
    if (scale == Scale.TEN_POWERS) {
      return tenPower(Math.round(Math.log10(value)));
    }
    TickStep step = TickStep.of(unit, to - from);
    return unit == Unit.PERCENT
        ? String.format(Locale.ROOT, "%,." + step.decimals(100) + "f%%", value * 100)
        : String.format(Locale.ROOT, "%,." + step.decimals(1) + "f", value);
  }

  /** Where a value lies, 0 at the beginning to 1 at the end; beyond it, at the nearer of both. */
  double share(double value) {
    return scale.share(value, from, to);
  }

  private static String tenPower(long power) {
    String raised =
        String.valueOf(power)
            .chars()
            .mapToObj(
                sign -> sign == '-' ? "⁻" : SUPERSCRIPTS.substring(sign - '0', sign - '0' + 1))
            .collect(Collectors.joining());
    return power == 0 ? "1" : power == 1 ? "10" : "10" + raised;
  }
}
