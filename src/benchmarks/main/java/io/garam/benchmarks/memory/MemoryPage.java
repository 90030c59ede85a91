package io.garam.benchmarks.memory;

import io.garam.training.export.Cell;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The findings as a page of the documentation: the resource {@code memory.md}, filled in. */
final class MemoryPage {

  /** Median accuracy from which the page says that a cell has learned a distance. */
  private static final double LEARNED = 0.95;

  private MemoryPage() {}

  /** Returns the page in Markdown. */
  static String of(ExperimentResults findings) throws IOException {
    String page = template();
    for (Map.Entry<String, Object> value : values(findings).entrySet()) {
      page = page.replace("{" + value.getKey() + "}", value.getValue().toString());
    }
    return page;
  }

  private static String template() throws IOException {
    try (InputStream page =
        Objects.requireNonNull(MemoryPage.class.getResourceAsStream("memory.md"))) {
      return new String(page.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Map<String, Object> values(ExperimentResults findings) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("labels", FirstTokenTask.LABELS);
    values.put("distances", listed(findings));
    values.put("hidden", MemoryTrial.HIDDEN);
    values.put("steps", MemoryTrial.MOST_STEPS);
    values.put("batch", MemoryTrial.BATCH);
    values.put("unseen", MemoryTrial.UNSEEN);
    values.put("seeds", findings.seeds());
    values.put("guessing", ReportedQuantity.ACCURACY.format(1.0 / FirstTokenTask.LABELS));
    values.put("learned", ReportedQuantity.ACCURACY.format(LEARNED));
    values.put("farthest", farthest(findings));
    values.put("accuracy", section(findings, ReportedQuantity.ACCURACY));
    values.put("gradient_before", section(findings, ReportedQuantity.GRADIENT_BEFORE));
    values.put("gradient_after", section(findings, ReportedQuantity.GRADIENT_AFTER));
    return values;
  }

  /** Returns a figure's table under its title, as it also goes to the terminal. */
  static String section(ExperimentResults findings, ReportedQuantity figure) {
    return figure.title()
        + ", by cell and number of tokens after the first:\n\n"
        + ResultsTable.of(findings, figure);
  }

  private static String listed(ExperimentResults findings) {
    return findings.distances().stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private static String farthest(ExperimentResults findings) {
    return ExperimentResults.cells().stream()
        .map(cell -> "`" + ExperimentResults.name(cell) + "` " + farthest(findings, cell))
        .collect(Collectors.joining(", "));
  }

  private static String farthest(ExperimentResults findings, Cell cell) {
    return findings.of(cell).stream()
        .filter(finding -> finding.median(ReportedQuantity.ACCURACY) >= LEARNED)
        .max(Comparator.comparingInt(CellResult::distance))
        .map(finding -> String.valueOf(finding.distance()))
        .orElse("none");
  }
}
