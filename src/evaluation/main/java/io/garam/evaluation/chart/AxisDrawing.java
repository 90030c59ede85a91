package io.garam.evaluation.chart;

import static io.garam.evaluation.chart.SvgElement.line;
import static io.garam.evaluation.chart.SvgElement.number;
import static io.garam.evaluation.chart.SvgElement.text;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * Draws the axes of a chart: horizontal lines, ticks below, and their titles.
 *
 * @param plot that they are around
 */
record AxisDrawing(PlotArea plot) {

  SvgElement horizontalLines() {
    return eachTick(
        plot.y(),
        tick ->
            List.of(
                line(PlotArea.LEFT, plot.top(tick), plot.right(), plot.top(tick), 0.15),
                text(PlotArea.LEFT - 8, plot.top(tick) + 4, "end", plot.y().text(tick))));
  }

  SvgElement verticalTicks() {
    int bottom = plot.bottom();
    return eachTick(
        plot.x(),
        tick ->
            List.of(
                line(plot.left(tick), bottom, plot.left(tick), bottom + 4, 0.5),
                text(plot.left(tick), bottom + 18, "middle", plot.x().text(tick))));
  }

  private static SvgElement eachTick(Axis axis, DoubleFunction<List<SvgElement>> drawing) {
    return new SvgElement("g")
        .with(
            Arrays.stream(axis.ticks())
                .mapToObj(tick -> new SvgElement("g").with(drawing.apply(tick)))
                .toList());
  }

  SvgElement axisTitles() {
    double middle = (plot.top() + plot.bottom()) / 2.0;
    return new SvgElement("g")
        .attr("style", "fill-opacity:.7")
        .with(
            text(
                (PlotArea.LEFT + plot.right()) / 2.0,
                PlotArea.HEIGHT - 8,
                "middle",
                plot.x().title()),
            text(14, middle, "middle", plot.y().title())
                .attr("transform", "rotate(-90 14 " + number(middle) + ")"));
  }
}
