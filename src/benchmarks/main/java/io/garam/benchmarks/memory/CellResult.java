package io.garam.benchmarks.memory;

import io.garam.benchmarks.memory.MemoryTrial.Outcome;
import io.garam.training.export.Cell;
import java.util.List;

/**
 * What a cell did at one distance.
 *
 * @param outcomes one for each seed
 */
record CellResult(Cell cell, int distance, List<Outcome> outcomes) {

  CellResult {
    outcomes = List.copyOf(outcomes);
  }

  /** Returns a figure's median over the seeds; of an even number of them the lower middle. */
  double median(ReportedQuantity figure) {
    List<Double> sorted = sorted(figure);
    return sorted.get((sorted.size() - 1) / 2);
  }

  /** Returns a figure of each seed, from the lowest to the highest. */
  List<Double> sorted(ReportedQuantity figure) {
    return outcomes.stream().map(figure::of).sorted().toList();
  }
}
