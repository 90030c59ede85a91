package io.garam.benchmarks.latency;

import io.garam.evaluation.report.text.TerminalTable;
import java.util.List;
import java.util.Locale;

/** Table of memory under load, in Markdown that also lines up in a terminal. */
public record MemoryTable(List<MemoryResult> results) {

  private static final double MEGABYTE = 1e6;

  /** Returns a row for each pipeline. */
  public String markdown() {
    return TerminalTable.markdown(
        List.of(
            "memory under load",
            "events/s",
            "minutes",
            "live heap, MB, before",
            "after",
            "resident, MB, before",
            "after"),
        1,
        results.stream().map(MemoryTable::row).toList());
  }

  private static List<String> row(MemoryResult one) {
    return List.of(
        one.pipeline(),
        String.format(Locale.ROOT, "%,.0f", one.rate()),
        String.format(Locale.ROOT, "%.0f", one.minutes()),
        megabytes(one.heapBefore()),
        megabytes(one.heapAfter()),
        megabytes(one.residentBefore()),
        megabytes(one.residentAfter()));
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f", bytes / MEGABYTE);
  }
}
