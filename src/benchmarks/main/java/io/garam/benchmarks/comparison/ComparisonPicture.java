package io.garam.benchmarks.comparison;

import io.garam.benchmarks.pipeline.ComparedPipeline;
import io.garam.benchmarks.processor.ThreadKind;
import io.garam.evaluation.chart.Colours;
import j2html.tags.ContainerTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Picture of the comparison: a bar for each pipeline, as long as the processor time of an event,
 * cut by kind of thread with the broker's at the end, and the events a second beside it.
 */
record ComparisonPicture(List<ComparedPipeline> pipelines, Map<String, Medians> medians) {

  private static final int WIDTH = 900;
  private static final int NAMES = 330;
  private static final int BARS = 400;
  private static final int ROW = 26;
  private static final int TOP = 62;

  private static final List<String> COLOURS =
      List.of("#2563eb", "#d9480f", "#0f8a5f", "#7c3aed", "#8a8a8a", "#c9a227");

  private static final String STYLE =
      """
      svg {
        fill: var(--ink);
        color: var(--ink);
        font: 12px system-ui, -apple-system, "Segoe UI", sans-serif;
      }
      """;

  /** An element of an SVG. */
  private static final class Element extends ContainerTag<Element> {
    Element(String name) {
      super(name);
    }
  }

  /** Returns an SVG document. */
  String toSvg() {
    int height = TOP + ROW * pipelines.size() + 12;
    Element svg =
        new Element("svg")
            .attr("xmlns", "http://www.w3.org/2000/svg")
            .attr("viewBox", "0 0 " + WIDTH + " " + height)
            .attr("role", "img")
            .attr("aria-label", "Processor time of an event, and events a second");
    svg.with(new Element("style").withText("\n" + Colours.styleSheet() + STYLE));
    svg.with(rectangle(0, 0, WIDTH, height, "var(--paper)").attr("rx", "8"));
    svg.with(text(NAMES, 22, "start", "processor time of an event, warm (µs)"));
    svg.with(text(WIDTH - 12, 22, "end", "events a second"));
    svg.with(legend());
    double longest = pipelines.stream().mapToDouble(one -> sum(parts(one))).max().orElse(1);
    for (int i = 0; i < pipelines.size(); i++) {
      svg.with(row(pipelines.get(i), TOP + i * ROW, BARS / longest));
    }
    return svg.render() + "\n";
  }

  private static List<Element> legend() {
    List<Element> legend = new ArrayList<>();
    List<String> titles = new ArrayList<>();
    for (ThreadKind kind : ThreadKind.values()) {
      titles.add(kind.title());
    }
    titles.add("broker");
    for (int i = 0; i < titles.size(); i++) {
      double x = NAMES + i * 72.0;
      legend.add(rectangle(x, 34, 10, 10, COLOURS.get(i)));
      legend.add(text(x + 14, 43, "start", titles.get(i)));
    }
    return legend;
  }

  private List<Element> row(ComparedPipeline pipeline, double y, double scale) {
    List<Element> row = new ArrayList<>();
    row.add(text(NAMES - 10, y + 15, "end", pipeline.name()));
    double x = NAMES;
    List<Double> parts = parts(pipeline);
    for (int i = 0; i < parts.size(); i++) {
      row.add(rectangle(x, y, parts.get(i) * scale, ROW - 6, COLOURS.get(i)));
      x += parts.get(i) * scale;
    }
    row.add(text(x + 6, y + 15, "start", String.format(Locale.ROOT, "%.0f", sum(parts))));
    double rate = of(pipeline).of(RoundResult::warmRate);
    row.add(text(WIDTH - 12, y + 15, "end", String.format(Locale.ROOT, "%,.0f", rate)));
    return row;
  }

  private List<Double> parts(ComparedPipeline pipeline) {
    List<Double> parts = new ArrayList<>();
    for (ThreadKind kind : ThreadKind.values()) {
      parts.add(of(pipeline).of(round -> round.warmMicros().getOrDefault(kind, 0.0)));
    }
    parts.add(of(pipeline).of(RoundResult::brokerMicros));
    return parts;
  }

  private Medians of(ComparedPipeline pipeline) {
    return Objects.requireNonNull(medians.get(pipeline.name()), pipeline.name());
  }

  private static double sum(List<Double> parts) {
    return parts.stream().mapToDouble(Double::doubleValue).sum();
  }

  private static Element rectangle(double x, double y, double width, double height, String fill) {
    return new Element("rect")
        .attr("x", number(x))
        .attr("y", number(y))
        .attr("width", number(width))
        .attr("height", number(height))
        .attr("style", "fill:" + fill);
  }

  private static Element text(double x, double y, String anchor, String text) {
    return new Element("text")
        .attr("x", number(x))
        .attr("y", number(y))
        .attr("text-anchor", anchor)
        .withText(text);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
