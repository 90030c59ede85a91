package io.garam.evaluation.report.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jline.utils.WCWidth;

/**
 * Terminal table whose columns line up in a terminal, where a Hangul syllable takes two cells. The
 * first columns hold text, aligned left; the others numbers, aligned right.
 */
public final class TerminalTable {

  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private final int textColumns;
  private final List<List<String>> lines;
  private final int[] widths;

  private TerminalTable(List<String> header, int textColumns, List<List<String>> rows) {
    this.textColumns = textColumns;
    this.lines =
        Stream.concat(Stream.of(header), rows.stream())
            .map(line -> line.stream().map(TerminalTable::printable).toList())
            .toList();
    this.widths =
        IntStream.range(0, header.size())
            .map(i -> lines.stream().mapToInt(line -> cells(line.get(i))).max().orElseThrow())
            .toArray();
  }

  /**
   * Lays out a table with a border around it and below its header.
   *
   * @param header one title for each column
   * @param textColumns how many columns hold text
   * @param rows one text for each column in each row
   * @return lines, each with its line break
   */
  public static String of(List<String> header, int textColumns, List<List<String>> rows) {
    TerminalTable table = new TerminalTable(header, textColumns, rows);
    String border = table.rule("+");
    return border + table.line(0) + border + table.rows() + border;
  }

  /**
   * Lays out a table in Markdown, whose titles are all aligned left.
   *
   * @return lines, each with its line break
   */
  public static String markdown(List<String> header, int textColumns, List<List<String>> rows) {
    TerminalTable table = new TerminalTable(header, textColumns, rows);
    return table.line(0, header.size()) + table.rule("|") + table.rows();
  }

  private String rows() {
    return IntStream.range(1, lines.size()).mapToObj(this::line).collect(Collectors.joining());
  }

  private String line(int index) {
    return line(index, textColumns);
  }

  private String line(int index, int alignedLeft) {
    List<String> padded = new ArrayList<>();
    for (int i = 0; i < widths.length; i++) {
      String text = lines.get(index).get(i);
      String padding = " ".repeat(widths[i] - cells(text));
      padded.add(i < alignedLeft ? text + padding : padding + text);
    }
    return "| " + String.join(" | ", padded) + " |\n";
  }

  private String rule(String crossing) {
    return IntStream.of(widths)
        .mapToObj(width -> "-".repeat(width + 2))
        .collect(Collectors.joining(crossing, crossing, crossing + "\n"));
  }

  /** Returns how many cells of a terminal a text takes. */
  public static int cells(String text) {
    return text.codePoints().map(WCWidth::wcwidth).filter(width -> width > 0).sum();
  }

  /** Labels come from a corpus, which must not break the table or command the terminal. */
  private static String printable(String text) {
    return CONTROL.matcher(text).replaceAll(" ");
  }
}
