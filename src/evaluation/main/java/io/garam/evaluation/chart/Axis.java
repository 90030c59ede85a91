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

  private static final int TICKS = 6;
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  /** How the values of an axis are written. */
  public enum Unit {
    NUMBER,
    /** Whole numbers. */
    COUNT,
    /** Fractions of 1, written as percentages. */
    PERCENT,
    /** Milliseconds since 1970, written as times or dates of UTC; spaced evenly. */
    TIME
  }

  /** How the values of an axis are spaced. */
  public enum Scale {
    EVEN,
    /** Evenly by powers of two, with ticks at the beginning, at its double and so on. */
    DOUBLING,
    /** Evenly by powers of ten, with ticks at powers of ten, which are written as such. */
    TEN_POWERS
  }

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
    double step =
        step(unit, greatest > least ? greatest - least : Math.max(1e-3, Math.abs(least) / 10));
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
      case EVEN -> ticks(from, to, step(unit, to - from)).toArray();
      case DOUBLING -> DoubleStream.iterate(from, tick -> tick <= to, tick -> tick * 2).toArray();
      case TEN_POWERS -> {
        double least = Math.log10(from);
        double greatest = Math.log10(to);
        yield ticks(least, greatest, step(Unit.COUNT, greatest - least))
            .map(power -> Math.pow(10, power))
            .toArray();
      }
    };
  }

  private static DoubleStream ticks(double from, double to, double step) {
    // Adding zero keeps a negative zero from being written with its sign.
    double first = Math.ceil(from / step - 1e-6) + 0.0;
    return DoubleStream.iterate(first, i -> i * step <= to + step * 1e-6, i -> i + 1)
        .map(i -> i * step);
  }

  /** Writes a value with as many digits as tell one tick from the next. */
  String text(double value) {
    if (unit == Unit.TIME) {
      return new TimeTicks(from, to).text(value);
    }
    if (scale == Scale.TEN_POWERS) {
      return tenPower(Math.round(Math.log10(value)));
    }
    double step = step(unit, to - from);
    return unit == Unit.PERCENT
        ? String.format(Locale.ROOT, "%,." + digits(step * 100) + "f%%", value * 100)
        : String.format(Locale.ROOT, "%,." + digits(step) + "f", value);
  }

  /** Where a value lies, 0 at the beginning to 1 at the end; beyond it, at the nearer of both. */
  double share(double value) {
    double share =
        scale == Scale.EVEN
            ? (value - from) / (to - from)
            : Math.log(value / from) / Math.log(to / from);
    return Math.min(1, Math.max(0, share));
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

  /**
   * Returns 1, 2 or 5 times a power of ten: Heckbert, "Nice Numbers for Graph Labels", Graphics
   * Gems (1990).
   */
  private static double step(Unit unit, double range) {
    double rough = range / (TICKS - 1);
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double fraction = rough / power;
    double step = power * (fraction < 1.5 ? 1 : fraction < 3 ? 2 : fraction < 7 ? 5 : 10);
    return unit == Unit.COUNT ? Math.max(1, step) : step;
  }

  private static int digits(double step) {
    return Math.max(0, (int) -Math.floor(Math.log10(step) + 1e-9));
  }
}
