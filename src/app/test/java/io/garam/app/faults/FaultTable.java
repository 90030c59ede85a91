package io.garam.app.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Table of faults with how often each struck and what came of it, in Markdown. */
final class FaultTable {

  private final List<String> lines =
      new ArrayList<>(
          List.of(
              "| fault | times | events | seconds | outcome |", "| --- | --- | --- | --- | --- |"));

  void add(String fault, int times, Trial.Result result) {
    lines.add(
        String.format(
            Locale.ROOT,
            "| %s | %d | %,d | %d | nothing lost, doubled, reordered or labelled otherwise |",
            fault,
            times,
            result.events(),
            result.lasted().toSeconds()));
  }

  void addFailure(String fault, int times, String reason) {
    lines.add(String.format(Locale.ROOT, "| %s | %d | | | **%s** |", fault, times, reason));
  }

  void write(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, lines);
  }
}
