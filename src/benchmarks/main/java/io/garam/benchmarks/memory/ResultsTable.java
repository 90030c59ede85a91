package io.garam.benchmarks.memory;

import io.garam.evaluation.report.text.TerminalTable;
import io.garam.training.export.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A figure's table, in Markdown that also lines up in a terminal: a row for each cell. */
final class ResultsTable {

  private ResultsTable() {}

  /** Returns lines, each with its line break: medians, and where seeds differ their range. */
  static String of(ExperimentResults findings, ReportedQuantity figure) {
    List<String> header =
        Stream.concat(Stream.of("cell"), findings.distances().stream().map(String::valueOf))
            .toList();
    return TerminalTable.markdown(
        header,
        1,
        ExperimentResults.cells().stream().map(cell -> row(findings, figure, cell)).toList());
  }

  private static List<String> row(ExperimentResults findings, ReportedQuantity figure, Cell cell) {
    List<String> row = new ArrayList<>(List.of(ExperimentResults.name(cell)));
    for (CellResult finding : findings.of(cell)) {
      List<Double> sorted = finding.sorted(figure);
      String median = figure.format(finding.median(figure));
      String lowest = figure.format(sorted.get(0));
      String highest = figure.format(sorted.get(sorted.size() - 1));
      row.add(lowest.equals(highest) ? median : median + " (" + lowest + " to " + highest + ")");
    }
    return row;
  }
}
