package io.garam.app.demo;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Counts of intents: how many utterances have each label. */
final class IntentCounts {

  private final Map<String, Integer> counts = new TreeMap<>();

  void add(String label) {
    counts.merge(label, 1, Integer::sum);
  }

  /** Returns how many labels there are. */
  int labels() {
    return counts.size();
  }

  /** Returns labels and their counts, the commonest first, of the same count by the alphabet. */
  Stream<Map.Entry<String, Integer>> commonestFirst() {
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()));
  }
}
