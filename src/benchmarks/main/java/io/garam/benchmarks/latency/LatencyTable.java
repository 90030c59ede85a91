package io.garam.benchmarks.latency;

import io.garam.evaluation.report.text.TerminalTable;
import java.util.List;
import java.util.Locale;

/** Table of latencies, in Markdown that also lines up in a terminal. */
public record LatencyTable(List<LatencyResult> results) {

  /** Returns a row for each pipeline and rate. */
  public String markdown() {
    return TerminalTable.markdown(
        List.of(
            "latency, ms",
            "of the capacity",
            "events/s",
            "p50",
            "p99",
            "p99.9",
            "first after",
            "cores for others"),
        1,
        results.stream().map(LatencyTable::row).toList());
  }

  private static List<String> row(LatencyResult one) {
    return List.of(
        one.pipeline(),
        String.format(Locale.ROOT, "%.0f %%", one.share() * 100),
        String.format(Locale.ROOT, "%,.0f", one.rate()),
        String.format(Locale.ROOT, "%,d", one.p50()),
        String.format(Locale.ROOT, "%,d", one.p99()),
        String.format(Locale.ROOT, "%,d", one.p999()),
        String.format(Locale.ROOT, "%.1f s", one.firstSeconds()),
        String.format(Locale.ROOT, "%.2f", one.otherCores()));
  }
}
