package io.garam.evaluation.report.text;

import io.garam.evaluation.LabelDistribution;
import io.garam.evaluation.NumberFormats;
import io.garam.evaluation.metrics.Evaluation;
import io.garam.evaluation.report.ComparedModels;
import io.garam.evaluation.report.Latencies;
import io.garam.evaluation.report.ReportContent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Text report: a measurement as people read it in a terminal: how good the model is and what it was
 * compared with. Without labels that people gave, how often it gives which label.
 */
public final class TextReport {

  private TextReport() {}

  /** Returns the report, lines that each end in a line break. */
  public static String of(ReportContent measurement) {
    return Stream.of(
            map(measurement.evaluation(), TextEvaluation::of),
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
