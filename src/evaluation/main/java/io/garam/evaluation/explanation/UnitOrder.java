package io.garam.evaluation.explanation;

import io.garam.nlu.explanation.LayerGates.DirectionGates;
import io.garam.nlu.explanation.LayerGates.Gate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Order in which the maps of all gates of a direction show its units: the same row, one unit. */
final class UnitOrder {

  private UnitOrder() {}

  /** Returns the units, the one first whose state is kept most: by the forget or update gate. */
  static List<Integer> of(DirectionGates direction) {
    Gate keeping = direction.gates().get(0);
    return IntStream.range(0, keeping.openings()[0].length)
        .boxed()
        .sorted(Comparator.comparingDouble(unit -> -mean(keeping, unit)))
        .toList();
  }

  /** Returns how far a unit is open, as the mean of all steps. */
  static double mean(Gate gate, int unit) {
    float[][] openings = gate.openings();
    return IntStream.range(0, openings.length)
        .mapToDouble(step -> openings[step][unit])
        .average()
        .orElseThrow();
  }
}
