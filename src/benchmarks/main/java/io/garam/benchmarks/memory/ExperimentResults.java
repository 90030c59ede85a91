package io.garam.benchmarks.memory;

import io.garam.training.export.Cell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * The whole experiment's findings.
 *
 * @param distances in rising order
 * @param seeds how many networks learned for each cell and distance
 * @param all one for each cell and distance
 */
record ExperimentResults(List<Integer> distances, int seeds, List<CellResult> all) {

  ExperimentResults {
    distances = List.copyOf(distances);
    all = List.copyOf(all);
  }

  /**
   * Runs the experiment with all cells, and seeds from 1 up. The same seeds give the same findings
   * on the same machine.
   *
   * @param progress is told each finding as it is made
   */
  static ExperimentResults make(List<Integer> distances, int seeds, Consumer<CellResult> progress) {
    List<CellResult> all = new ArrayList<>();
    for (int distance : distances) {
      for (Cell cell : Cell.values()) {
        CellResult finding =
            new CellResult(
                cell,
                distance,
                LongStream.rangeClosed(1, seeds)
                    .mapToObj(seed -> MemoryTrial.run(cell, distance, seed))
                    .toList());
        progress.accept(finding);
        all.add(finding);
      }
    }
    return new ExperimentResults(distances, seeds, all);
  }

  static List<Cell> cells() {
    return Arrays.asList(Cell.values());
  }

  /** Returns what tables, page and picture call a cell. */
  static String name(Cell cell) {
    return cell.name().toLowerCase(Locale.ROOT);
  }

  /** Returns a cell's findings by rising distance. */
  List<CellResult> of(Cell cell) {
    return all.stream().filter(finding -> finding.cell() == cell).toList();
  }
}
