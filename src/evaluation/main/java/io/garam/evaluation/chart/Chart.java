package io.garam.evaluation.chart;

import static io.garam.evaluation.chart.SvgElement.number;

import io.garam.evaluation.chart.Series.Point;
import io.garam.evaluation.chart.Series.Shape;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A chart of lines, dots or bars as an SVG element. It needs no style sheet and no font: text takes
 * the colour and the font of the page around it, and a page may choose the colours of the series by
 * the CSS variables {@code --series-1} to {@code --series-4}.
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
  private static final int HEIGHT = 330;
  private static final int LEFT = 70;
  private static final int RIGHT = 22;
  private static final int TOP = 58;
  private static final int BOTTOM = 48;
  private static final double GAP = 0.12;
  private static final List<String> COLOURS = List.of("#2563eb", "#d9480f", "#0f8a5f", "#7c3aed");

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

  /** Draws the chart. */
  public DomContent svg() {
    return new SvgElement("svg")
        .attr("viewBox", "0 0 " + WIDTH + " " + HEIGHT)
        .attr("role", "img")
        .attr("aria-label", title)
        .attr("style", "width:100%;height:auto;font-size:12px;fill:currentColor")
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
    List<SvgElement> entries = new ArrayList<>();
    for (int i = 0; i < series.size(); i++) {
      Series one = series.get(i);
      if (!one.name().isEmpty()) {
        boolean reference = one.shape() == Shape.REFERENCE;
        entries.add(
            new SvgElement("tspan")
                .attr("style", reference ? "fill-opacity:.55" : "fill:" + colour(i))
                .attr("dx", entries.isEmpty() ? "0" : "16")
                .withText(reference ? "- -" : "●"));
        entries.add(new SvgElement("tspan").attr("dx", "5").withText(one.name()));
      }
    }
    return new SvgElement("text").at("x", LEFT).at("y", 40).with(entries);
  }

  private SvgElement horizontalLines() {
    return new SvgElement("g")
        .with(
            Arrays.stream(y.ticks())
                .mapToObj(
                    tick ->
                        new SvgElement("g")
                            .with(
                                line(LEFT, top(tick), WIDTH - RIGHT, top(tick), 0.15),
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
    double middle = (TOP + HEIGHT - BOTTOM) / 2.0;
    return new SvgElement("g")
        .attr("style", "fill-opacity:.7")
        .with(
            text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 8, "middle", x.title()),
            text(14, middle, "middle", y.title())
                .attr("transform", "rotate(-90 14 " + number(middle) + ")"));
  }

  private SvgElement series(int index) {
    Series one = series.get(index);
    SvgElement group = new SvgElement("g");
    if (one.shape() == Shape.BARS) {
      double width = barWidth(one.points());
      group.with(one.points().stream().map(point -> bar(point, width, colour(index))).toList());
    }
    if (one.hasLine()) {
      group.with(way(one, index));
    }
    if (one.hasDots()) {
      group.with(one.points().stream().map(point -> dot(point, colour(index))).toList());
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
            one.shape() == Shape.REFERENCE
                ? "fill:none;stroke:currentColor;stroke-opacity:.55;stroke-dasharray:5 4"
                : "fill:none;stroke-width:2;stroke-linejoin:round;stroke:" + colour(index));
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

  private SvgElement bar(Point point, double width, String colour) {
    return noted(
        new SvgElement("rect")
            .at("x", left(point.x()) - width / 2)
            .at("y", top(point.y()))
            .at("width", width)
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
            .orElse((WIDTH - LEFT - RIGHT) / 10.0);
    return nearest * (1 - GAP);
  }

  /** Its label stands above the plot, where no line crosses it. */
  private SvgElement marker(Marker marker) {
    double at = left(marker.x());
    boolean labelOnTheRight = at < (LEFT + WIDTH - RIGHT) / 2.0;
    return new SvgElement("g")
        .with(
            line(at, TOP, at, HEIGHT - BOTTOM, 0.8).attr("stroke-dasharray", "2 3"),
            text(at, TOP - 5, labelOnTheRight ? "start" : "end", marker.label()));
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

  private static String colour(int index) {
    int colour = index % COLOURS.size();
    return "var(--series-" + (colour + 1) + "," + COLOURS.get(colour) + ")";
  }

  private double left(double value) {
    return LEFT + x.share(value) * (WIDTH - LEFT - RIGHT);
  }

  private double top(double value) {
    return HEIGHT - BOTTOM - y.share(value) * (HEIGHT - BOTTOM - TOP);
  }
}
