package io.garam.evaluation.chart;

/**
 * The rectangle of a chart in which its values are drawn: from values to user units.
 *
 * @param x the axis below
 * @param y the axis on the left
 * @param width of the whole chart
 * @param top where the rectangle begins, below title and legend
 */
record PlotArea(Axis x, Axis y, int width, int top) {

  static final int LEFT = 70;
  static final int RIGHT = 22;
  static final int BOTTOM = 48;

  /** The height of every chart. */
  static final int HEIGHT = 330;

  /** Returns the rectangle's right edge. */
  int right() {
    return width - RIGHT;
  }

  /** Returns the rectangle's lower edge. */
  int bottom() {
    return HEIGHT - BOTTOM;
  }

  /** Returns where a value stands on the axis below. */
  double left(double value) {
    return LEFT + x.share(value) * (width - LEFT - RIGHT);
  }

  /** Returns where a value stands on the axis on the left. */
  double top(double value) {
    return bottom() - y.share(value) * (bottom() - top);
  }
}
