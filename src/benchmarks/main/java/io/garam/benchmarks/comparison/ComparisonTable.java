package io.garam.benchmarks.comparison;

import io.garam.benchmarks.pipeline.ComparedPipeline;
import io.garam.benchmarks.pipeline.PipelineKind;
import io.garam.benchmarks.processor.ThreadKind;
import io.garam.evaluation.report.text.TerminalTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Tables of the comparison, in Markdown that also lines up in a terminal. */
record ComparisonTable(List<ComparedPipeline> pipelines, Map<String, Medians> medians) {

  /** Returns events a second, and how many times those of the others they are. */
  String rates() {
    List<String> header = new ArrayList<>(List.of("pipeline", "warm events/s", "least to most"));
    header.addAll(List.of("whole", "first after", "noisy rounds"));
    List<ComparedPipeline> baselines =
        pipelines.stream()
            .filter(one -> one.kind() != PipelineKind.GARAM && one.kind() != PipelineKind.BYTES)
            .toList();
    baselines.forEach(one -> header.add("/ " + one.name()));
    List<List<String>> rows = new ArrayList<>();
    for (ComparedPipeline pipeline : pipelines) {
      Medians found = of(pipeline);
      List<String> row = new ArrayList<>(List.of(pipeline.name()));
      row.add(rate(found.of(RoundResult::warmRate)));
      row.add(
          rate(found.least(RoundResult::warmRate))
              + " to "
              + rate(found.greatest(RoundResult::warmRate)));
      row.add(rate(found.of(RoundResult::wholeRate)));
      row.add(String.format(Locale.ROOT, "%.1f s", found.of(RoundResult::firstSeconds)));
      row.add(found.noisy() + " of " + found.rounds().size());
      baselines.forEach(one -> row.add(String.format(Locale.ROOT, "%.2f", found.times(of(one)))));
      rows.add(row);
    }
    return TerminalTable.markdown(header, 1, rows);
  }

  /** Returns the processor time of an event by kind of thread, and the broker's. */
  String processorTime() {
    List<String> header = new ArrayList<>(List.of("µs of processor time an event", "warm"));
    for (ThreadKind kind : ThreadKind.values()) {
      header.add(kind.title());
    }
    header.addAll(List.of("with the start", "broker", "cores for others"));
    List<List<String>> rows = new ArrayList<>();
    for (ComparedPipeline pipeline : pipelines) {
      Medians found = of(pipeline);
      List<String> row = new ArrayList<>(List.of(pipeline.name()));
      row.add(micros(found.of(RoundResult::micros)));
      for (ThreadKind kind : ThreadKind.values()) {
        row.add(micros(found.of(round -> round.warmMicros().getOrDefault(kind, 0.0))));
      }
      row.add(micros(found.of(RoundResult::wholeMicros)));
      row.add(micros(found.of(RoundResult::brokerMicros)));
      row.add(String.format(Locale.ROOT, "%.2f", found.of(RoundResult::otherCores)));
      rows.add(row);
    }
    return TerminalTable.markdown(header, 1, rows);
  }

  private Medians of(ComparedPipeline pipeline) {
    return Objects.requireNonNull(medians.get(pipeline.name()), pipeline.name());
  }

  private static String rate(double perSecond) {
    return String.format(Locale.ROOT, "%,.0f", perSecond);
  }

  private static String micros(double micros) {
    return String.format(Locale.ROOT, "%.1f", micros);
  }
}
