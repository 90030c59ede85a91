package io.garam.evaluation.chart;

import java.util.List;
import java.util.stream.IntStream;

/**
 * SVG picture: charts in one SVG file that needs no page around it, for readers in light and in
 * dark.
 *
 * @param title what all of them show
 * @param rows charts beside each other, from top to bottom; those of a row share its width
 */
public record Picture(String title, List<List<Chart>> rows) {

  private static final int WIDTH = 1080;
  private static final int MARGIN = 12;
  private static final int ROW = PlotArea.HEIGHT + MARGIN;

  private static final String STYLE =
      """
      svg {
        fill: var(--ink);
        color: var(--ink);
        font: 12px system-ui, -apple-system, "Segoe UI", sans-serif;
      }
      """;

  public Picture {
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** Returns the file's text. */
  public String toSvg() {
    return new SvgElement("svg")
            .attr("xmlns", "http://www.w3.org/2000/svg")
            .attr("viewBox", "0 0 " + WIDTH + " " + height())
            .attr("role", "img")
            .attr("aria-label", title)
            .with(
                new SvgElement("style").withText("\n" + Colours.styleSheet() + STYLE),
                new SvgElement("rect")
                    .attr("width", WIDTH)
                    .attr("height", height())
                    .attr("rx", "8")
                    .attr("style", "fill:var(--paper)"))
            .with(IntStream.range(0, rows.size()).mapToObj(this::row).toList())
            .render()
        + "\n";
  }

  private int height() {
    return MARGIN + ROW * rows.size();
  }

  private SvgElement row(int index) {
    List<Chart> charts = rows.get(index);
    int width = (WIDTH - MARGIN) / charts.size();
    return new SvgElement("g")
        .with(
            IntStream.range(0, charts.size())
                .mapToObj(
                    i ->
                        new ChartDrawing(charts.get(i), width)
                            .svg()
                            .attr(
                                "transform",
                                "translate(" + i * width + " " + (MARGIN + index * ROW) + ")"))
                .toList());
  }
}
