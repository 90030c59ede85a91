package io.garam.benchmarks.accuracy;

import io.garam.evaluation.chart.Axis;
import io.garam.evaluation.chart.Chart;
import io.garam.evaluation.chart.Picture;
import io.garam.evaluation.chart.Scale;
import io.garam.evaluation.chart.Series;
import io.garam.evaluation.chart.Series.Point;
import io.garam.evaluation.chart.Series.Shape;
import io.garam.evaluation.chart.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Picture of accuracy over the processor time of an answer, a chart for each corpus: Garam's speeds
 * as one line, each other system as a dot.
 *
 * @param results by corpus
 */
record AccuracyPicture(Map<String, List<SystemResult>> results) {

  /** Returns an SVG document. */
  String toSvg() {
    return new Picture(
            "Accuracy over the processor time of an answer",
            List.of(results.entrySet().stream().map(e -> chart(e.getKey(), e.getValue())).toList()))
        .toSvg();
  }

  private static Chart chart(String corpus, List<SystemResult> systems) {
    Map<String, List<Point>> series = new LinkedHashMap<>();
    systems.stream()
        .sorted(Comparator.comparingDouble(SystemResult::micros))
        .forEach(
            system ->
                series
                    .computeIfAbsent(family(system.system()), family -> new ArrayList<>())
                    .add(new Point(system.micros(), system.accuracy(), note(system))));
    return new Chart(
        corpus,
        micros(systems),
        Axis.holding(
            "accuracy", Unit.PERCENT, systems.stream().mapToDouble(SystemResult::accuracy)),
        series.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(one -> new Series(one.getKey(), Shape.LINE_WITH_DOTS, one.getValue()))
            .toList(),
        List.of());
  }

  private static String note(SystemResult system) {
    return String.format(
        Locale.ROOT,
        "%s: %.2f %%, %.1f µs",
        system.system(),
        100 * system.accuracy(),
        system.micros());
  }

  /** A system at several speeds is one. */
  private static String family(String system) {
    return system.startsWith(GaramSystem.NAME) ? GaramSystem.NAME : system;
  }

  private static Axis micros(List<SystemResult> systems) {
    double least = systems.stream().mapToDouble(SystemResult::micros).min().orElseThrow();
    double most = systems.stream().mapToDouble(SystemResult::micros).max().orElseThrow();
    return new Axis(
        "µs of processor time an utterance",
        power(Math.floor(log2(least))),
        power(Math.floor(log2(most)) + 1),
        Unit.COUNT,
        Scale.DOUBLING);
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }

  private static double power(double exponent) {
    return Math.pow(2, exponent);
  }
}
