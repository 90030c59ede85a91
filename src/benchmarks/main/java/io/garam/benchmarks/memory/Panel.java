package io.garam.benchmarks.memory;

import io.garam.training.export.Cell;
import java.util.List;
import java.util.Locale;

/**
 * One diagram of the picture, as SVG: a figure over the distance, a line through each cell's
 * medians and a faint dot for each seed. Distances are evenly spaced, since each is about twice the
 * one before.
 */
final class Panel {

  static final int WIDTH = 230;
  static final int HEIGHT = 220;

  private static final int MARGIN = 18;
  private static final int DOT_SHIFT = 3;

  private final Findings findings;
  private final Figure figure;
  private final Scale scale;
  private final StringBuilder svg = new StringBuilder();

  Panel(Findings findings, Figure figure) {
    this.findings = findings;
    this.figure = figure;
    this.scale = figure == Figure.ACCURACY ? Scale.SHARE : Scale.TEN_POWERS;
  }

  /** Returns the diagram's elements; its plot's upper left corner is at the origin. */
  String svg() {
    text(0, -30, "title", "start", figure.title());
    text(0, -13, "tick", "start", figure.note());
    axes();
    for (Cell cell : Findings.cells()) {
      dots(cell);
    }
    for (Cell cell : Findings.cells()) {
      medians(cell);
    }
    return svg.toString();
  }

  private void axes() {
    for (Scale.Tick tick : scale.ticks()) {
      line(0, y(tick.value()), WIDTH, y(tick.value()), "grid");
      text(-8, y(tick.value()) + 4, "tick", "end", tick.label());
    }
    List<Integer> distances = findings.distances();
    for (int i = 0; i < distances.size(); i++) {
      line(x(i), HEIGHT, x(i), HEIGHT + 4, "axis");
      text(x(i), HEIGHT + 18, "tick", "middle", String.valueOf(distances.get(i)));
    }
    line(0, HEIGHT, WIDTH, HEIGHT, "axis");
    text(WIDTH / 2.0, HEIGHT + 38, "tick", "middle", "tokens after the first");
    if (figure == Figure.ACCURACY) {
      line(0, y(1.0 / FirstTokenTask.LABELS), WIDTH, y(1.0 / FirstTokenTask.LABELS), "guess");
      text(4, y(1.0 / FirstTokenTask.LABELS) + 14, "tick", "start", "guessing");
    }
  }

  private void dots(Cell cell) {
    List<Finding> ofCell = findings.of(cell);
    double shift =
        DOT_SHIFT * (Findings.cells().indexOf(cell) - (Findings.cells().size() - 1) / 2.0);
    for (int i = 0; i < ofCell.size(); i++) {
      for (double value : ofCell.get(i).sorted(figure)) {
        append(
            "<circle class=\"seed %s\" cx=\"%.1f\" cy=\"%.1f\" r=\"2.2\"/>\n",
            style(cell), x(i) + shift, y(value));
      }
    }
  }

  private void medians(Cell cell) {
    List<Finding> ofCell = findings.of(cell);
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < ofCell.size(); i++) {
      points.append(
          String.format(
              Locale.ROOT,
              "%s%.1f,%.1f",
              i == 0 ? "" : " ",
              x(i),
              y(ofCell.get(i).median(figure))));
    }
    append("<polyline class=\"line %s\" points=\"%s\"/>\n", style(cell), points);
  }

  /** Returns the class that a cell's elements have in the picture's style sheet. */
  static String style(Cell cell) {
    return cell.name().toLowerCase(Locale.ROOT);
  }

  private double x(int place) {
    double step = (WIDTH - 2.0 * MARGIN) / Math.max(1, findings.distances().size() - 1);
    return MARGIN + place * step;
  }

  private double y(double value) {
    return HEIGHT * (1 - scale.height(value));
  }

  private void line(double x1, double y1, double x2, double y2, String style) {
    append(
        "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>\n",
        style, x1, y1, x2, y2);
  }

  private void text(double x, double y, String style, String anchor, String text) {
    append(
        "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n",
        style, x, y, anchor, text);
  }

  private void append(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values));
  }
}
