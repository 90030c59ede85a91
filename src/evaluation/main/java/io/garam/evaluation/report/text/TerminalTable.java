package io.garam.evaluation.report.text;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.utils.WCWidth;

/**
 * A table whose columns line up in a terminal, where a Hangul syllable takes two cells. The table
 * library counts chars, so it lays out stand-ins, one char for each cell that a text takes, and the
 * texts take their places afterwards.
 */
final class TerminalTable {

  private static final String CELL = "\uE000";
  private static final Pattern STAND_IN = Pattern.compile(CELL + "+");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private TerminalTable() {}

  /**
   * Lays out a table. The first columns hold text, aligned left; the others numbers, aligned right.
   *
   * @param header one title for each column
   * @param textColumns how many columns hold text
   * @param rows one text for each column in each row
   * @return lines, each with its line break
   */
  static String of(List<String> header, int textColumns, List<List<String>> rows) {
    Queue<String> texts = new ArrayDeque<>();
    Column[] columns = new Column[header.size()];
    for (int i = 0; i < columns.length; i++) {
      HorizontalAlign align = i < textColumns ? HorizontalAlign.LEFT : HorizontalAlign.RIGHT;
      columns[i] =
          new Column()
              .header(standIn(header.get(i), texts))
              .headerAlign(align)
              .dataAlign(align)
              .maxWidth(Integer.MAX_VALUE);
    }
    Object[][] data =
        rows.stream()
            .map(row -> row.stream().map(text -> standIn(text, texts)).toArray())
            .toArray(Object[][]::new);
    String table =
        AsciiTable.builder()
            .lineSeparator("\n")
            .border(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS)
            .data(columns, data)
            .asString();
    return STAND_IN.matcher(table).replaceAll(at -> Matcher.quoteReplacement(texts.remove()))
        + "\n";
  }

  /** Returns how many cells of a terminal a text takes. */
  static int cells(String text) {
    return text.codePoints().map(WCWidth::wcwidth).filter(width -> width > 0).sum();
  }

  private static String standIn(String text, Queue<String> texts) {
    // Labels come from a corpus, which must not break the table or command the terminal.
    String printable = CONTROL.matcher(text).replaceAll(" ");
    int cells = cells(printable);
    if (cells > 0) {
      texts.add(printable);
    }
    return CELL.repeat(cells);
  }
}
