package io.garam.evaluation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Label totals: how many utterances of a timeline have which label.
 *
 * @param counts of the labels that occur
 */
public record LabelTotals(Map<String, Integer> counts) {

  /** Adds up all bins of a timeline. */
  public static LabelTotals of(Timeline timeline) {
    Map<String, Integer> counts = new HashMap<>();
    for (TimelineBin bin : timeline.bins()) {
      bin.labels().forEach((label, count) -> counts.merge(label, count, Integer::sum));
    }
    return new LabelTotals(counts);
  }

  /** Returns the most frequent labels, the most frequent first, equally frequent ones by name. */
  public List<String> mostFrequent(int most) {
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }
}
