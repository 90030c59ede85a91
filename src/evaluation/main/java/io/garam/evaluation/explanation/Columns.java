package io.garam.evaluation.explanation;

import io.garam.evaluation.report.text.TerminalTable;
import java.util.ArrayList;
import java.util.List;

/**
 * Columns of one line of a picture: one for each part or step, of the same width. Parts that do not
 * fit beside each other are on several lines.
 *
 * @param first the part of the first column
 * @param names above them, each of one line of text or several
 * @param width of each, in user units
 */
record Columns(int first, List<List<String>> names, double width) {

  /** Room left of the first column, for what a row shows. */
  static final double LEFT = 190;

  /** What is wider is continued on the next line. */
  static final double RIGHT = 980;

  /** How many cells of a terminal a name takes in one line of text, and in how many such lines. */
  private static final int LINE = 20;

  private static final int MOST_LINES = 12;

  private static final double LETTER = 7.4;

  /** Fits a number such as +12.3. */
  private static final double NARROWEST = 42;

  private static final double PADDING = 14;

  Columns {
    names = List.copyOf(names);
  }

  /** Lays out parts or steps, of which there is at least one. */
  static List<Columns> of(List<String> names) {
    List<List<String>> wrapped = names.stream().map(Columns::wrapped).toList();
    double widest =
        wrapped.stream()
            .flatMap(List::stream)
            .mapToDouble(line -> TerminalTable.cells(line) * LETTER)
            .max()
            .orElse(0);
    double width = Math.max(NARROWEST, widest + PADDING);
    int beside = (int) Math.max(1, (RIGHT - LEFT) / width);
    List<Columns> lines = new ArrayList<>();
    for (int first = 0; first < names.size(); first += beside) {
      int end = Math.min(first + beside, names.size());
      lines.add(new Columns(first, wrapped.subList(first, end), width));
    }
    return lines;
  }

  /** A space alone would not be seen. */
  private static List<String> wrapped(String name) {
    if (name.isBlank()) {
      return List.of("␣");
    }
    List<String> lines = TextLines.of(name, LINE);
    if (lines.size() <= MOST_LINES) {
      return lines;
    }
    List<String> shown = new ArrayList<>(lines.subList(0, MOST_LINES - 1));
    shown.add("…");
    return shown;
  }

  int count() {
    return names.size();
  }

  double left(int column) {
    return LEFT + column * width;
  }

  double middle(int column) {
    return left(column) + width / 2;
  }

  double right() {
    return left(count());
  }
}
