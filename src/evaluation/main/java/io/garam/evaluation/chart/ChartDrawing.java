package io.garam.evaluation.chart;

import static io.garam.evaluation.chart.SvgElement.line;
import static io.garam.evaluation.chart.SvgElement.text;

import io.garam.evaluation.chart.Chart.Marker;
import java.util.stream.IntStream;

/** A chart's SVG at some width, with the chart's upper left corner at the origin. */
final class ChartDrawing {

  /** Where the plot begins below a legend of one line. */
  private static final int TOP = 58;

  private final Chart chart;
  private final Legend legend;
  private final PlotArea plot;

  /**
   * @param width in user units, of which text is 12 high
   */
  ChartDrawing(Chart chart, int width) {
    this.chart = chart;
    this.legend = new Legend(chart.series(), width);
    this.plot = new PlotArea(chart.x(), chart.y(), width, TOP + legend.furtherHeight());
  }

  SvgElement svg() {
    AxisDrawing axes = new AxisDrawing(plot);
    SeriesDrawing series = new SeriesDrawing(plot, chart.series());
    return new SvgElement("g")
        .with(
            text(PlotArea.LEFT, 18, "start", chart.title())
                .attr("font-weight", "600")
                .attr("font-size", "14"),
            legend.svg(),
            axes.horizontalLines(),
            axes.verticalTicks(),
            axes.axisTitles(),
            new SvgElement("g")
                .with(IntStream.range(0, chart.series().size()).mapToObj(series::svg).toList()),
            new SvgElement("g").with(chart.markers().stream().map(this::marker).toList()));
  }

  /** Its label stands above the plot, where no line crosses it. */
  private SvgElement marker(Marker marker) {
    double at = plot.left(marker.x());
    boolean labelOnTheRight = at < (PlotArea.LEFT + plot.right()) / 2.0;
    return new SvgElement("g")
        .with(
            line(at, plot.top(), at, plot.bottom(), 0.8).attr("stroke-dasharray", "2 3"),
            text(at, plot.top() - 5, labelOnTheRight ? "start" : "end", marker.label()));
  }
}
