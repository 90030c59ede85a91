package io.garam.benchmarks.inference;

import io.garam.evaluation.report.text.TerminalTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Table of speeds without Kafka, in Markdown that also lines up in a terminal. */
public record SpeedTable(List<SpeedResult> results) {

  /** Returns a row for each work, with µs of processor time and texts a second of each model. */
  public String markdown() {
    List<String> models = results.stream().map(SpeedResult::model).distinct().toList();
    List<String> header = new ArrayList<>(List.of("a text, without Kafka"));
    for (String model : models) {
      header.add(model + ", µs of processor time");
      header.add("a second");
    }
    Map<String, List<String>> rows = new LinkedHashMap<>();
    results.forEach(
        one -> rows.computeIfAbsent(one.work(), work -> new ArrayList<>(List.of(work))));
    for (List<String> row : rows.values()) {
      for (String model : models) {
        cells(model, row.get(0)).forEach(row::add);
      }
    }
    return TerminalTable.markdown(header, 1, List.copyOf(rows.values()));
  }

  private List<String> cells(String model, String work) {
    return results.stream()
        .filter(one -> one.model().equals(model) && one.work().equals(work))
        .findFirst()
        .map(
            one ->
                List.of(
                    String.format(Locale.ROOT, "%.1f", one.micros()),
                    String.format(Locale.ROOT, "%,.0f", one.perSecond())))
        .orElse(List.of("", ""));
  }
}
