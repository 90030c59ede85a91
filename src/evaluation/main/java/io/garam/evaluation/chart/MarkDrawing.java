package io.garam.evaluation.chart;

import io.garam.evaluation.chart.Series.Point;

/**
 * Draws the mark of a point in a plot: a dot, a sample or a bar, with the point's note as title.
 *
 * @param plot that it is drawn in
 * @param colour of its series
 */
record MarkDrawing(PlotArea plot, String colour) {

  SvgElement dot(Point point) {
    return circle(point, 0, "4", "fill:" + colour);
  }

  /**
   * Draws one of many points that may share a place.
   *
   * @param shift how far to the right of its place it stands
   */
  SvgElement sample(Point point, double shift) {
    return circle(point, shift, "2.2", "fill-opacity:.45;fill:" + colour);
  }

  private SvgElement circle(Point point, double shift, String radius, String style) {
    return noted(
        new SvgElement("circle")
            .at("cx", plot.left(point.x()) + shift)
            .at("cy", plot.top(point.y()))
            .attr("r", radius)
            .attr("style", style),
        point);
  }

  SvgElement bar(Point point, double width) {
    return noted(
        new SvgElement("rect")
            .at("x", plot.left(point.x()) - width / 2)
            .at("y", plot.top(point.y()))
            .at("width", width)
            .at("height", plot.bottom() - plot.top(point.y()))
            .attr("style", "fill-opacity:.75;fill:" + colour),
        point);
  }

  private static SvgElement noted(SvgElement element, Point point) {
    return point.note().isEmpty()
        ? element
        : element.with(new SvgElement("title").withText(point.note()));
  }
}
