package io.garam.evaluation.chart;

import static io.garam.evaluation.chart.SvgElement.number;

import io.garam.evaluation.chart.Chart.Marker;
import io.garam.evaluation.chart.Series.Point;
import io.garam.evaluation.chart.Series.Shape;
import io.garam.nlu.text.Printable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A chart's SVG at some width, with the chart's upper left corner at the origin. */
final class ChartDrawing {

  static final int HEIGHT = 330;

  private static final int LEFT = 70;
  private static final int RIGHT = 22;
  private static final int TOP = 58;
  private static final int BOTTOM = 48;
  private static final double GAP = 0.12;
  private static final int LEGEND_LINE = 16;
  private static final double LEGEND_SIGN = 35;
  private static final int LONGEST_NAME = 34;

  /** How far apart the dots of samples stand that share a place. */
  private static final double BESIDE = 3;

  private final String title;
  private final Axis x;
  private final Axis y;
  private final List<Series> series;
  private final List<Marker> markers;
  private final int width;
  private final List<List<Integer>> legend;
  private final int plotTop;

  /**
   * @param width in user units, of which text is 12 high
   */
  ChartDrawing(Chart chart, int width) {
    this.title = chart.title();
    this.x = chart.x();
    this.y = chart.y();
    this.series = chart.series();
    this.markers = chart.markers();
    this.width = width;
    this.legend = legendLines();
    this.plotTop = TOP + LEGEND_LINE * Math.max(0, legend.size() - 1);
  }

  SvgElement svg() {
    return new SvgElement("g")
        .with(
            text(LEFT, 18, "start", title).attr("font-weight", "600").attr("font-size", "14"),
            legend(),
            horizontalLines(),
            verticalTicks(),
            axisTitles(),
            new SvgElement("g")
                .with(IntStream.range(0, series.size()).mapToObj(this::series).toList()),
            new SvgElement("g").with(markers.stream().map(this::marker).toList()));
  }

  private SvgElement legend() {
    return new SvgElement("g")
        .with(
            IntStream.range(0, legend.size())
                .mapToObj(line -> legendLine(legend.get(line), 40 + LEGEND_LINE * line))
                .toList());
  }

  private SvgElement legendLine(List<Integer> line, double y) {
    SvgElement text = new SvgElement("text").at("x", LEFT).at("y", y);
    for (int i : line) {
      boolean reference = series.get(i).shape() == Shape.REFERENCE;
      text.with(
          new SvgElement("tspan")
              .attr("style", reference ? "fill-opacity:.55" : "fill:" + Colours.ofSeries(i))
              .attr("dx", i == line.get(0) ? "0" : "16")
              .withText(reference ? "- -" : "●"),
          new SvgElement("tspan").attr("dx", "5").withText(legendName(series.get(i))));
    }
    return text;
  }

  /** Breaks the legend into lines, each the indexes of its series. */
  private List<List<Integer>> legendLines() {
    List<List<Integer>> lines = new ArrayList<>();
    double used = Double.POSITIVE_INFINITY;
    for (int i = 0; i < series.size(); i++) {
      if (!series.get(i).name().isEmpty()) {
        double needed = LEGEND_SIGN + textWidth(legendName(series.get(i)));
        if (used + needed > width - LEFT - RIGHT) {
          lines.add(new ArrayList<>());
          used = 0;
        }
        lines.get(lines.size() - 1).add(i);
        used += needed;
      }
    }
    return lines;
  }

  private static String legendName(Series one) {
    String name = one.name();
    return name.codePointCount(0, name.length()) <= LONGEST_NAME
        ? name
        : Printable.shortened(name, LONGEST_NAME - 1);
  }

  /** About how wide a text is, with square signs from Hangul Jamo on, as East Asian scripts are. */
  private static double textWidth(String text) {
    return text.codePoints().mapToDouble(sign -> sign < 0x1100 ? 6.5 : 12).sum();
  }

  private SvgElement horizontalLines() {
    return new SvgElement("g")
        .with(
            Arrays.stream(y.ticks())
                .mapToObj(
                    tick ->
                        new SvgElement("g")
                            .with(
                                line(LEFT, top(tick), width - RIGHT, top(tick), 0.15),
                                text(LEFT - 8, top(tick) + 4, "end", y.text(tick))))
                .toList());
  }

  private SvgElement verticalTicks() {
    int bottom = HEIGHT - BOTTOM;
    return new SvgElement("g")
        .with(
            Arrays.stream(x.ticks())
                .mapToObj(
                    tick ->
                        new SvgElement("g")
                            .with(
                                line(left(tick), bottom, left(tick), bottom + 4, 0.5),
                                text(left(tick), bottom + 18, "middle", x.text(tick))))
                .toList());
  }

  private SvgElement axisTitles() {
    double middle = (plotTop + HEIGHT - BOTTOM) / 2.0;
    return new SvgElement("g")
        .attr("style", "fill-opacity:.7")
        .with(
            text((LEFT + width - RIGHT) / 2.0, HEIGHT - 8, "middle", x.title()),
            text(14, middle, "middle", y.title())
                .attr("transform", "rotate(-90 14 " + number(middle) + ")"));
  }

  private SvgElement series(int index) {
    Series one = series.get(index);
    SvgElement group = new SvgElement("g");
    if (one.shape() == Shape.BARS) {
      double bar = barWidth(one.points());
      group.with(
          one.points().stream().map(point -> bar(point, bar, Colours.ofSeries(index))).toList());
    }
    if (one.hasLine()) {
      group.with(way(one, index));
    }
    if (one.shape() == Shape.SAMPLES) {
      group.with(one.points().stream().map(point -> sample(point, index)).toList());
    }
    if (one.hasDots()) {
      group.with(one.points().stream().map(point -> dot(point, Colours.ofSeries(index))).toList());
    }
    return group;
  }

  private SvgElement way(Series one, int index) {
    return new SvgElement("polyline")
        .attr(
            "points",
            one.points().stream()
                .map(point -> number(left(point.x())) + "," + number(top(point.y())))
                .collect(Collectors.joining(" ")))
        .attr(
            "style",
            switch (one.shape()) {
              case REFERENCE ->
                  "fill:none;stroke:currentColor;stroke-opacity:.55;stroke-dasharray:5 4";
              case DASHES -> wayStyle(index) + ";stroke-dasharray:6 6";
              default -> wayStyle(index);
            });
  }

  private static String wayStyle(int index) {
    return "fill:none;stroke-width:2;stroke-linejoin:round;stroke:" + Colours.ofSeries(index);
  }

  private SvgElement dot(Point point, String colour) {
    return noted(
        new SvgElement("circle")
            .at("cx", left(point.x()))
            .at("cy", top(point.y()))
            .attr("r", "4")
            .attr("style", "fill:" + colour),
        point);
  }

  /** Beside those of other series of samples, where they would else hide one another. */
  private SvgElement sample(Point point, int index) {
    long all = series.stream().filter(one -> one.shape() == Shape.SAMPLES).count();
    long before = series.stream().limit(index).filter(one -> one.shape() == Shape.SAMPLES).count();
    return noted(
        new SvgElement("circle")
            .at("cx", left(point.x()) + BESIDE * (before - (all - 1) / 2.0))
            .at("cy", top(point.y()))
            .attr("r", "2.2")
            .attr("style", "fill-opacity:.45;fill:" + Colours.ofSeries(index)),
        point);
  }

  private SvgElement bar(Point point, double bar, String colour) {
    return noted(
        new SvgElement("rect")
            .at("x", left(point.x()) - bar / 2)
            .at("y", top(point.y()))
            .at("width", bar)
            .at("height", HEIGHT - BOTTOM - top(point.y()))
            .attr("style", "fill-opacity:.75;fill:" + colour),
        point);
  }

  /** As wide as the nearest two points are apart, less a gap. */
  private double barWidth(List<Point> points) {
    double nearest =
        IntStream.range(1, points.size())
            .mapToDouble(i -> Math.abs(left(points.get(i).x()) - left(points.get(i - 1).x())))
            .min()
            .orElse((width - LEFT - RIGHT) / 10.0);
    return nearest * (1 - GAP);
  }

  /** Its label stands above the plot, where no line crosses it. */
  private SvgElement marker(Marker marker) {
    double at = left(marker.x());
    boolean labelOnTheRight = at < (LEFT + width - RIGHT) / 2.0;
    return new SvgElement("g")
        .with(
            line(at, plotTop, at, HEIGHT - BOTTOM, 0.8).attr("stroke-dasharray", "2 3"),
            text(at, plotTop - 5, labelOnTheRight ? "start" : "end", marker.label()));
  }

  private static SvgElement line(double x1, double y1, double x2, double y2, double opacity) {
    return new SvgElement("line")
        .at("x1", x1)
        .at("y1", y1)
        .at("x2", x2)
        .at("y2", y2)
        .attr("style", "stroke:currentColor;stroke-opacity:" + number(opacity));
  }

  private static SvgElement text(double x, double y, String anchor, String text) {
    return new SvgElement("text").at("x", x).at("y", y).attr("text-anchor", anchor).withText(text);
  }

  private static SvgElement noted(SvgElement element, Point point) {
    return point.note().isEmpty()
        ? element
        : element.with(new SvgElement("title").withText(point.note()));
  }

  private double left(double value) {
    return LEFT + x.share(value) * (width - LEFT - RIGHT);
  }

  private double top(double value) {
    return HEIGHT - BOTTOM - y.share(value) * (HEIGHT - BOTTOM - plotTop);
  }
}
