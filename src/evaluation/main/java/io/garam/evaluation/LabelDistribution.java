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

  /**
   * How often a label is given.
   *
   * @param label the label; {@link io.garam.nlu.Intent#UNKNOWN} for abstentions
   * @param count how many utterances
   * @param share which share that is of all utterances
   * @param confidence their mean confidence, 0 to 1; that of an abstention is of the most probable
   *     label, which was not given
   */
  public record LabelShare(String label, int count, double share, double confidence) {}

  public LabelDistribution {
    labels = List.copyOf(labels);
  }

  /** Counts labels, one utterance at a time. Not for several threads. */
  public static final class Builder {

    private final Map<String, Sum> sums = new HashMap<>();
    private int count;

    /**
     * Adds an utterance.
     *
     * @param confidence the model's probability of its most probable label, 0 to 1
     */
    public void add(String label, double confidence) {
      count++;
      Sum sum = sums.computeIfAbsent(label, unseen -> new Sum());
      sum.count++;
      sum.confidence += confidence;
    }

    /** Returns what was counted so far. */
    public LabelDistribution build() {
      return new LabelDistribution(
          count,
          sums.entrySet().stream()
              .map(sum -> sum.getValue().share(sum.getKey(), count))
              .sorted(
                  Comparator.comparingInt(LabelShare::count)
                      .reversed()
                      .thenComparing(LabelShare::label))
              .toList());
    }
  }

  private static final class Sum {

    private int count;
    private double confidence;

    LabelShare share(String label, int all) {
      return new LabelShare(label, count, (double) count / all, confidence / count);
    }
  }
}
