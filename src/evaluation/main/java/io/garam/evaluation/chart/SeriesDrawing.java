package io.garam.evaluation.chart;

import static io.garam.evaluation.chart.SvgElement.number;

import io.garam.evaluation.chart.Series.Point;
import io.garam.evaluation.chart.Series.Shape;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Draws the series of a chart, each in its shape and colour.
 *
 * @param plot that they are drawn in
 * @param series all of the chart
 */
record SeriesDrawing(PlotArea plot, List<Series> series) {

  /** The share of the way between two bars that is left free. */
  private static final double GAP = 0.12;

  /** How far apart the dots of samples stand that share a place. */
  private static final double BESIDE = 3;

  /** Returns a series, by its index. */
  SvgElement svg(int index) {
    Series one = series.get(index);
    MarkDrawing marks = new MarkDrawing(plot, Colours.ofSeries(index));
    SvgElement group = new SvgElement("g");
    if (one.shape() == Shape.BARS) {
      double width = barWidth(one.points());
      group.with(one.points().stream().map(point -> marks.bar(point, width)).toList());
    }
    if (one.hasLine()) {
      group.with(line(one, index));
    }
    if (one.shape() == Shape.SAMPLES) {
      double shift = shift(index);
      group.with(one.points().stream().map(point -> marks.sample(point, shift)).toList());
    }
    if (one.hasDots()) {
      group.with(one.points().stream().map(marks::dot).toList());
    }
    return group;
  }

  private SvgElement line(Series one, int index) {
    return new SvgElement("polyline")
        .attr(
            "points",
            one.points().stream()
                .map(point -> number(plot.left(point.x())) + "," + number(plot.top(point.y())))
                .collect(Collectors.joining(" ")))
        .attr(
            "style",
            switch (one.shape()) {
              case REFERENCE ->
                  "fill:none;stroke:currentColor;stroke-opacity:.55;stroke-dasharray:5 4";
              case DASHES -> lineStyle(index) + ";stroke-dasharray:6 6";
              default -> lineStyle(index);
            });
  }

  private static String lineStyle(int index) {
    return "fill:none;stroke-width:2;stroke-linejoin:round;stroke:" + Colours.ofSeries(index);
  }

  /** How far from their place samples stand, beside those of others that they would else hide. */
  private double shift(int index) {
    long all = series.stream().filter(one -> one.shape() == Shape.SAMPLES).count();
    long before = series.stream().limit(index).filter(one -> one.shape() == Shape.SAMPLES).count();
    return BESIDE * (before - (all - 1) / 2.0);
  }

  /** As wide as the nearest two points are apart, less a gap. */
  private double barWidth(List<Point> points) {
    double nearest =
        IntStream.range(1, points.size())
            .mapToDouble(
                i -> Math.abs(plot.left(points.get(i).x()) - plot.left(points.get(i - 1).x())))
            .min()
            .orElse((plot.right() - PlotArea.LEFT) / 10.0);
    return nearest * (1 - GAP);
  }
}
