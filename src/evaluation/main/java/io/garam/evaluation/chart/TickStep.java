package io.garam.evaluation.chart;

import java.util.stream.DoubleStream;

/**
 * Step between two ticks of an even axis: 1, 2 or 5 times a power of ten (Heckbert, "Nice Numbers
 * for Graph Labels", Graphics Gems, 1990).
 *
 * @param size greater than 0
 */
record TickStep(double size) {

  private static final int TICKS = 6;

  /** Returns the step with which a range has about {@value #TICKS} ticks. */
  static TickStep of(Unit unit, double range) {
    double rough = range / (TICKS - 1);
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double fraction = rough / power;
    double step = power * (fraction < 1.5 ? 1 : fraction < 3 ? 2 : fraction < 7 ? 5 : 10);
    return new TickStep(unit == Unit.COUNT ? Math.max(1, step) : step);
  }

  /** Returns the multiples of the step in a range. */
  DoubleStream ticks(double from, double to) {
    // Adding zero keeps a negative zero from being written with its sign.
    double first = Math.ceil(from / size - 1e-6) + 0.0;
    return DoubleStream.iterate(first, i -> i * size <= to + size * 1e-6, i -> i + 1)
        .map(i -> i * size);
  }

  /** Returns how many decimals tell one tick from the next where values are written times this. */
  int decimals(int factor) {
    return Math.max(0, (int) -Math.floor(Math.log10(size * factor) + 1e-9));
  }
}
