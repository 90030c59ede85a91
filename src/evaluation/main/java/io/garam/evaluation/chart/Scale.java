package io.garam.evaluation.chart;

/** Scale of an axis: how its values are spaced. */
public enum Scale {
  EVEN,
  /** Evenly by powers of two, with ticks at the beginning, at its double and so on. */
  DOUBLING,
  /** Evenly by powers of ten, with ticks at powers of ten, which are written as such. */
  TEN_POWERS;

  /** Where a value lies, 0 at the beginning to 1 at the end; beyond it, at the nearer of both. */
  double share(double value, double from, double to) {
    double share =
        this == EVEN ? (value - from) / (to - from) : Math.log(value / from) / Math.log(to / from);
    return Math.min(1, Math.max(0, share));
  }
}
