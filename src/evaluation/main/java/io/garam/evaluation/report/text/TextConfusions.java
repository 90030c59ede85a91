package io.garam.evaluation.report.text;

import io.garam.evaluation.NumberFormats;
import io.garam.evaluation.metrics.ConfusionMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A confusion matrix as people read it in a terminal: whole or, where that would not fit a screen,
 * the pairs that are confused most.
 */
final class TextConfusions {

  /** The most labels of a matrix that is printed, and the most pairs that are printed instead. */
  private static final int MAX_ROWS = 20;

  private TextConfusions() {}

  static String of(ConfusionMatrix matrix) {
    return matrix.labels().size() > MAX_ROWS ? mostConfused(matrix) : wholeMatrix(matrix);
  }

  /** Columns are named by number, so that seven long labels still fit 80 columns. */
  private static String wholeMatrix(ConfusionMatrix matrix) {
    List<String> header = new ArrayList<>(List.of("gold \\ predicted"));
    List<List<String>> rows = new ArrayList<>();
    for (int gold = 0; gold < matrix.labels().size(); gold++) {
      header.add(NumberFormats.count(gold + 1));
      Stream<String> counts = IntStream.of(matrix.counts()[gold]).mapToObj(NumberFormats::count);
      String label = NumberFormats.count(gold + 1) + " " + matrix.labels().get(gold);
      rows.add(Stream.concat(Stream.of(label), counts).toList());
    }
    return TerminalTable.of(header, 1, rows);
  }

  private static String mostConfused(ConfusionMatrix matrix) {
    List<List<String>> rows =
        matrix.confusions(MAX_ROWS).stream()
            .map(
                confusion ->
                    List.of(
                        confusion.gold(),
                        confusion.predicted(),
                        NumberFormats.count(confusion.count()),
                        NumberFormats.fraction(confusion.share())))
            .toList();
    return rows.isEmpty()
        ? "No label was taken for another.\n"
        : TerminalTable.of(List.of("gold", "taken for", "utterances", "of gold"), 2, rows);
  }
}
