package io.garam.evaluation.report.text;

import io.garam.evaluation.LabelDistribution;
import io.garam.evaluation.NumberFormats;
import io.garam.evaluation.metrics.ClassScore;
import io.garam.evaluation.metrics.ConfusionMatrix;
import io.garam.evaluation.metrics.Evaluation;
import io.garam.evaluation.metrics.OutOfScope;
import io.garam.evaluation.report.ComparedModels;
import io.garam.evaluation.report.Latencies;
import io.garam.evaluation.report.ReportContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Text report: a measurement as people read it in a terminal: the figures, a table of the labels,
 * either the confusion matrix or, where that would not fit a screen, the pairs that are confused
 * most, and what was compared. Without labels that people gave, how often the model gives which
 * label.
 */
public final class TextReport {

  /** The most labels of a matrix that is printed, and the most pairs that are printed instead. */
  private static final int MAX_ROWS = 20;

  private TextReport() {}

  /** Returns the report, lines that each end in a line break. */
  public static String of(ReportContent measurement) {
    return Stream.of(
            map(measurement.evaluation(), TextReport::evaluation),
            map(measurement.labelDistribution(), TextReport::distribution),
            map(measurement.comparison(), models -> comparison(models, measurement.evaluation())),
            map(measurement.live(), models -> comparison(models, measurement.evaluation())),
            map(measurement.latencies(), TextReport::latencies))
        .flatMap(Optional::stream)
        .collect(Collectors.joining("\n"));
  }

  private static <T> Optional<String> map(@Nullable T part, Function<T, String> text) {
    return Optional.ofNullable(part).map(text);
  }

  private static String evaluation(Evaluation evaluation) {
    ConfusionMatrix matrix = evaluation.confusionMatrix();
    return summary(evaluation)
        + evaluation.outOfScope().map(TextReport::outOfScope).orElse("")
        + "\n"
        + labelTable(evaluation.classes())
        + "\n"
        + (matrix.labels().size() > MAX_ROWS ? mostConfused(matrix) : wholeMatrix(matrix));
  }

  private static String summary(Evaluation evaluation) {
    return String.format(
        Locale.ROOT,
        """
        utterances                  %,d
        accuracy                    %.4f
        macro-F1                    %.4f
        expected calibration error  %.4f
        adaptive calibration error  %.4f
        """,
        evaluation.count(),
        evaluation.accuracy(),
        evaluation.macroF1(),
        evaluation.expectedCalibrationError(),
        evaluation.adaptiveCalibrationError());
  }

  private static String outOfScope(OutOfScope figures) {
    return String.format(
        Locale.ROOT,
        """
        out of scope                %,d
        in-scope accuracy           %.4f
        recall of unknown           %.4f
        AUROC of in-scope           %.4f
        """,
        figures.count(),
        figures.inScopeAccuracy(),
        figures.unknownRecall(),
        figures.auroc());
  }

  private static String labelTable(List<ClassScore> classes) {
    return TerminalTable.of(
        List.of("label", "precision", "recall", "F1", "support"),
        1,
        classes.stream()
            .map(
                score ->
                    List.of(
                        score.label(),
                        NumberFormats.fraction(score.precision()),
                        NumberFormats.fraction(score.recall()),
                        NumberFormats.fraction(score.f1()),
                        NumberFormats.count(score.support())))
            .toList());
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

  private static String distribution(LabelDistribution distribution) {
    return TerminalTable.of(
        List.of("label given", "utterances", "share", "mean confidence"),
        1,
        distribution.labels().stream()
            .map(
                label ->
                    List.of(
                        label.label(),
                        NumberFormats.count(label.count()),
                        NumberFormats.fraction(label.share()),
                        NumberFormats.fraction(label.confidence())))
            .toList());
  }

  private static String comparison(ComparedModels models, @Nullable Evaluation second) {
    return new TextComparison(models, second).text();
  }

  private static String latencies(Latencies latencies) {
    return String.format(
        Locale.ROOT,
        "%s%nmilliseconds: median %.1f, 95 %% within %.1f, 99 %% within %.1f, all %,d within"
            + " %.1f%n",
        latencies.meaning(),
        latencies.p50(),
        latencies.p95(),
        latencies.p99(),
        latencies.count(),
        latencies.greatest());
  }
}
