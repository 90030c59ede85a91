package io.garam.evaluation.explanation;

import io.garam.evaluation.report.text.TerminalTable;
import io.garam.nlu.text.Printable;
import java.util.List;

/**
 * Columns of a picture: one for each part or step, of the same width.
 *
 * @param names above them, shortened to fit
 * @param width of each, in user units
 */
record Columns(List<String> names, double width) {

  /** Room left of the first column, for what a row shows. */
  static final double LEFT = 190;

  /** How many letters of a name are shown. */
  private static final int LONGEST_NAME = 18;

  private static final double LETTER = 7.4;
  private static final double NARROWEST = 26;

  /** Of so few columns each is wide enough for its number. */
  private static final int FEW = 16;

  private static final double WIDE_ENOUGH = 46;
  private static final double PADDING = 14;

  static Columns of(List<String> names) {
    List<String> shown = names.stream().map(Columns::shown).toList();
    double widest =
        shown.stream().mapToDouble(name -> TerminalTable.cells(name) * LETTER).max().orElse(0);
    return new Columns(
        shown, Math.max(names.size() <= FEW ? WIDE_ENOUGH : NARROWEST, widest + PADDING));
  }

  /** A space alone would not be seen. */
  private static String shown(String name) {
    return name.isBlank() ? "␣" : Printable.shortened(name.replace(' ', '\u00a0'), LONGEST_NAME);
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
