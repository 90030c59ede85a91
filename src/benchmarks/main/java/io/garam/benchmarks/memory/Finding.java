package io.garam.benchmarks.memory;

import io.garam.benchmarks.memory.MemoryTrial.Outcome;
import io.garam.training.export.Cell;
import java.util.List;

/**
 * What a cell did at one distance.
 *
 * @param outcomes one for each seed
 */
record Finding(Cell cell, int distance, List<Outcome> outcomes) {

  Finding {
    outcomes = List.copyOf(outcomes);
  }

  /** Returns a figure's median over the seeds; of an even number of them the lower middle. */
  double median(Figure figure) {
    List<Double> sorted = sorted(figure);
    return sorted.get((sorted.size() - 1) / 2);
  }

  /** Returns a figure of each seed, from the lowest to the highest. */
  List<Double> sorted(Figure figure) {
    return outcomes.stream().map(figure::of).sorted().toList();
  }
}
