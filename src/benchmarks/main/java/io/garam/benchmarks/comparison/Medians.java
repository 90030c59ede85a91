package io.garam.benchmarks.comparison;

import io.garam.benchmarks.Median;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Medians over the rounds of one pipeline.
 *
 * @param rounds that count, one of each number, in their order
 */
record Medians(List<RoundResult> rounds) {

  /** Returns those of each pipeline, in the order in which they first come. */
  static Map<String, Medians> byPipeline(List<RoundResult> results) {
    Map<String, List<RoundResult>> rounds = new LinkedHashMap<>();
    results.forEach(
        one -> rounds.computeIfAbsent(one.pipeline(), name -> new ArrayList<>()).add(one));
    Map<String, Medians> medians = new LinkedHashMap<>();
    rounds.forEach((name, ofPipeline) -> medians.put(name, new Medians(ofPipeline)));
    return medians;
  }

  /** Returns the median of a figure. */
  double of(ToDoubleFunction<RoundResult> figure) {
    return Median.of(rounds.stream().map(figure::applyAsDouble).toList());
  }

  double least(ToDoubleFunction<RoundResult> figure) {
    return rounds.stream().mapToDouble(figure).min().orElseThrow();
  }

  double greatest(ToDoubleFunction<RoundResult> figure) {
    return rounds.stream().mapToDouble(figure).max().orElseThrow();
  }

  /**
   * Returns the median of how many times as many events a second this is as another, each round
   * beside that of the same number, so that what slows both does not count.
   */
  double times(Medians other) {
    return Median.of(
        Stream.iterate(0, index -> index + 1)
            .limit(Math.min(rounds.size(), other.rounds.size()))
            .map(index -> rounds.get(index).warmRate() / other.rounds.get(index).warmRate())
            .toList());
  }

  /** Says in how many rounds others disturbed too much. */
  long noisy() {
    return rounds.stream().filter(round -> !round.quiet()).count();
  }
}
