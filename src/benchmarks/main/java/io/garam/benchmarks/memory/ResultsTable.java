package io.garam.benchmarks.memory;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import io.garam.training.export.Cell;
import java.util.List;

/** A figure's table, in Markdown that also lines up in a terminal: a row for each cell. */
final class ResultsTable {

  /** The library's places for top and bottom stay empty; header and rows have bars. */
  private static final Character[] MARKDOWN = new Character[AsciiTable.BASIC_ASCII.length];

  private static final String BARS_OF_HEADER_AND_ROWS = "    ||||-|||||";

  static {
    for (int i = 4; i < BARS_OF_HEADER_AND_ROWS.length(); i++) {
      MARKDOWN[i] = BARS_OF_HEADER_AND_ROWS.charAt(i);
    }
  }

  private ResultsTable() {}

  /** Returns lines, each with its line break: medians, and where seeds differ their range. */
  static String of(ExperimentResults findings, ReportedQuantity figure) {
    Column[] columns = new Column[1 + findings.distances().size()];
    columns[0] = new Column().header("cell").dataAlign(HorizontalAlign.LEFT);
    for (int i = 1; i < columns.length; i++) {
      String distance = String.valueOf(findings.distances().get(i - 1));
      columns[i] = new Column().header(distance).maxWidth(Integer.MAX_VALUE);
    }
    Object[][] rows =
        ExperimentResults.cells().stream()
            .map(cell -> row(findings, figure, cell))
            .toArray(Object[][]::new);
    return AsciiTable.builder().lineSeparator("\n").border(MARKDOWN).data(columns, rows).asString()
        + "\n";
  }

  private static Object[] row(ExperimentResults findings, ReportedQuantity figure, Cell cell) {
    List<CellResult> ofCell = findings.of(cell);
    Object[] row = new Object[1 + ofCell.size()];
    row[0] = ExperimentResults.name(cell);
    for (int i = 1; i < row.length; i++) {
      CellResult finding = ofCell.get(i - 1);
      List<Double> sorted = finding.sorted(figure);
      String median = figure.format(finding.median(figure));
      String lowest = figure.format(sorted.get(0));
      String highest = figure.format(sorted.get(sorted.size() - 1));
      row[i] = lowest.equals(highest) ? median : median + " (" + lowest + " to " + highest + ")";
    }
    return row;
  }
}
