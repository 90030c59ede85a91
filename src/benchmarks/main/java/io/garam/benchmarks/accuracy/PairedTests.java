package io.garam.benchmarks.accuracy;

import io.garam.evaluation.comparison.HolmCorrection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * All tests of one comparison, which are read together and so corrected together.
 *
 * @param tests one for each corpus and system that Garam is compared with
 */
record PairedTests(List<PairedTest> tests) {

  PairedTests {
    tests = List.copyOf(tests);
  }

  /** Returns a table in Markdown; empty where nothing was tested. */
  String toMarkdown() {
    if (tests.isEmpty()) {
      return "";
    }
    List<Double> corrected =
        HolmCorrection.of(tests.stream().map(test -> test.mcNemar().p()).toList());
    List<String> lines = new ArrayList<>();
    lines.add("## McNemar's tests, median seeds; Holm's correction over all " + tests.size());
    lines.add("");
    lines.add("| corpus | only right: first, second | p | corrected |");
    lines.add("| --- | --- | --- | --- |");
    for (int i = 0; i < tests.size(); i++) {
      PairedTest test = tests.get(i);
      lines.add(
          String.format(
              Locale.ROOT,
              "| %s | %s %d, %s %d | %.2g | %.2g |",
              test.corpus(),
              test.first(),
              test.mcNemar().onlyFirst(),
              test.second(),
              test.mcNemar().onlySecond(),
              test.mcNemar().p(),
              corrected.get(i)));
    }
    return String.join("\n", lines);
  }
}
