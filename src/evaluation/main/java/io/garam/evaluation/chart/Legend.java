package io.garam.evaluation.chart;

import io.garam.evaluation.chart.Series.Shape;
import io.garam.nlu.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The legend of a chart: a sign and a name for each series that has one, in as many lines. */
final class Legend {

  private static final int TOP = 40;
  private static final int LINE = 16;
  private static final double SIGN = 35;
  private static final int LONGEST_NAME = 34;

  private final List<Series> series;
  private final List<List<Integer>> lines;

  /**
   * @param width of the whole chart
   */
  Legend(List<Series> series, int width) {
    this.series = series;
    this.lines = lines(series, width);
  }

  /** Returns how much higher it is than one line. */
  int furtherHeight() {
    return LINE * Math.max(0, lines.size() - 1);
  }

  SvgElement svg() {
    return new SvgElement("g")
        .with(
            IntStream.range(0, lines.size())
                .mapToObj(line -> line(lines.get(line), TOP + LINE * line))
                .toList());
  }

  private SvgElement line(List<Integer> line, double y) {
    SvgElement text = new SvgElement("text").at("x", PlotArea.LEFT).at("y", y);
    for (int i : line) {
      boolean reference = series.get(i).shape() == Shape.REFERENCE;
      text.with(
          new SvgElement("tspan")
              .attr("style", reference ? "fill-opacity:.55" : "fill:" + Colours.ofSeries(i))
              .attr("dx", i == line.get(0) ? "0" : "16")
              .withText(reference ? "- -" : "●"),
          new SvgElement("tspan").attr("dx", "5").withText(shownName(series.get(i))));
    }
    return text;
  }

  /** Breaks the legend into lines, each the indexes of its series. */
  private static List<List<Integer>> lines(List<Series> series, int width) {
    List<List<Integer>> lines = new ArrayList<>();
    double used = Double.POSITIVE_INFINITY;
    for (int i = 0; i < series.size(); i++) {
      if (!series.get(i).name().isEmpty()) {
        double needed = SIGN + textWidth(shownName(series.get(i)));
        if (used + needed > width - PlotArea.LEFT - PlotArea.RIGHT) {
          lines.add(new ArrayList<>());
          used = 0;
        }
        lines.get(lines.size() - 1).add(i);
        used += needed;
      }
    }
    return lines;
  }

  private static String shownName(Series one) {
    String name = one.name();
    return name.codePointCount(0, name.length()) <= LONGEST_NAME
        ? name
        : Printable.shortened(name, LONGEST_NAME - 1);
  }

  /** About how wide a text is, with square signs from Hangul Jamo on, as East Asian scripts are. */
  private static double textWidth(String text) {
    return text.codePoints().mapToDouble(sign -> sign < 0x1100 ? 6.5 : 12).sum();
  }
}
