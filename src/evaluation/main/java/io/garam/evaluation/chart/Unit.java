package io.garam.evaluation.chart;

/** Unit of an axis: how its values are written. */
public enum Unit {
  NUMBER,
  /** Whole numbers. */
  COUNT,
  /** Fractions of 1, written as percentages. */
  PERCENT,
  /** Milliseconds since 1970, written as times or dates of UTC; spaced evenly. */
  TIME
}
