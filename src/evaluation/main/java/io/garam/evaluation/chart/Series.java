package io.garam.evaluation.chart;

import java.util.List;

/**
 * Data series: points that belong together.
 *
 * @param name what the legend calls them; empty to leave them out of it
 * @param shape how they are drawn
 * @param points in the order of a line's way
 */
public record Series(String name, Shape shape, List<Point> points) {

  /** How points are drawn. */
  public enum Shape {
    LINE,
    DOTS,
    LINE_WITH_DOTS,
    /** A line that lets another be seen through it. */
    DASHES,
    /** Small, faint dots: single measurements behind a line through their medians. */
    SAMPLES,
    /** From the lower edge up, evenly wide. */
    BARS,
    /** A thin, dashed line in no colour of its own: what to compare with. */
    REFERENCE
  }

  /**
   * A place on the chart.
   *
   * @param note what a pointer resting on it shows; empty for nothing
   */
  public record Point(double x, double y, String note) {

    public Point(double x, double y) {
      this(x, y, "");
    }
  }

  public Series {
    points = List.copyOf(points);
  }

  boolean hasLine() {
    return switch (shape) {
      case LINE, LINE_WITH_DOTS, DASHES, REFERENCE -> true;
      case DOTS, SAMPLES, BARS -> false;
    };
  }

  boolean hasDots() {
    return shape == Shape.DOTS || shape == Shape.LINE_WITH_DOTS;
  }
}
