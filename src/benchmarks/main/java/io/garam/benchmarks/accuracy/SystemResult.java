package io.garam.benchmarks.accuracy;

import io.garam.benchmarks.Median;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * Result of one system on one corpus over several seeds.
 *
 * @param runs one for each seed, at least one
 */
record SystemResult(String system, List<RunResult> runs) {

  /** Returns the run of median accuracy; of an even number the lower of the middle two. */
  RunResult median() {
    return runs.stream()
        .sorted(Comparator.comparingDouble(RunResult::accuracy))
        .toList()
        .get((runs.size() - 1) / 2);
  }

  /** Returns the mean accuracy, 0 to 1. */
  double accuracy() {
    return runs.stream().mapToDouble(RunResult::accuracy).average().orElseThrow();
  }

  /** Returns the median of the runs' processor time of an answer, in microseconds. */
  double micros() {
    return Median.of(runs.stream().map(RunResult::micros).toList());
  }

  /**
   * Returns a row of the Markdown table: percentages, the mean and, in brackets, least to most; and
   * the microseconds.
   */
  String toMarkdown() {
    return String.join(
        " | ",
        "| " + system,
        spread(RunResult::accuracy),
        spread(RunResult::macroF1),
        median().areaUnderRoc().isPresent() ? spread(run -> run.areaUnderRoc().orElseThrow()) : "-",
        String.format(Locale.ROOT, "%.1f |", micros()));
  }

  private String spread(ToDoubleFunction<RunResult> figure) {
    double[] values =
        runs.stream().mapToDouble(figure).map(value -> 100 * value).sorted().toArray();
    return values.length == 1
        ? String.format(Locale.ROOT, "%.2f", values[0])
        : String.format(
            Locale.ROOT,
            "%.2f (%.2f to %.2f)",
            DoubleStream.of(values).average().orElseThrow(),
            values[0],
            values[values.length - 1]);
  }
}
