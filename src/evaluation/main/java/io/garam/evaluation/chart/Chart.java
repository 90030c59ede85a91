package io.garam.evaluation.chart;

import j2html.tags.DomContent;
import java.util.List;

/**
 * Chart of lines, dots or bars as an SVG element. It needs no style sheet and no font: text takes
 * the colour and the font of the page around it, and a page may choose the colours of the series by
 * the CSS variables {@code --series-1} to {@code --series-4}, as {@link Colours} does.
 *
 * @param title what it shows
 * @param x the axis from left to right
 * @param y the axis from bottom to top
 * @param series what is drawn, the last above the others; those beyond the fourth begin with the
 *     first colour again
 * @param markers upright lines at places on {@code x}
 */
public record Chart(String title, Axis x, Axis y, List<Series> series, List<Marker> markers) {

  private static final int WIDTH = 540;

  /**
   * A place on the x-axis that is worth a line.
   *
   * @param x where
   * @param label what it is
   */
  public record Marker(double x, String label) {}

  public Chart {
    series = List.copyOf(series);
    markers = List.copyOf(markers);
  }

  /** Draws the chart, to be part of a page. */
  public DomContent svg() {
    return new SvgElement("svg")
        .attr("viewBox", "0 0 " + WIDTH + " " + PlotArea.HEIGHT)
        .attr("role", "img")
        .attr("aria-label", title)
        .attr("style", "width:100%;height:auto;font-size:12px;fill:currentColor")
        .with(new ChartDrawing(this, WIDTH).svg());
  }
}
