package io.garam.evaluation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Label distribution: how often a model gives which label, and how sure it is: what can be said of
 * utterances that people did not label.
 *
 * @param count how many utterances
 * @param labels the most frequent first
 */
public record LabelDistribution(int count, List<LabelShare> labels) {

  public LabelDistribution {
    labels = List.copyOf(labels);
  }

  /** Counts labels, one utterance at a time. Not for several threads. */
  public static final class Builder {

    private final Map<String, LabelCount> counts = new HashMap<>();
    private int count;

    /**
     * Adds an utterance.
     *
     * @param confidence the model's probability of its most probable label, 0 to 1
     */
    public void add(String label, double confidence) {
      count++;
      counts.computeIfAbsent(label, LabelCount::new).add(confidence);
    }

    /** Returns what was counted so far. */
    public LabelDistribution build() {
      return new LabelDistribution(
          count,
          counts.values().stream()
              .map(label -> label.share(count))
              .sorted(
                  Comparator.comparingInt(LabelShare::count)
                      .reversed()
                      .thenComparing(LabelShare::label))
              .toList());
    }
  }
}
