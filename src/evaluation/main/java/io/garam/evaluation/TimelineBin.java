package io.garam.evaluation;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Bin of a timeline: the utterances of a stretch of time.
 *
 * @param startMillis when it begins, in milliseconds since 1970
 * @param labels how many utterances have which label; those that occur
 */
public record TimelineBin(long startMillis, Map<String, Integer> labels) {

  public TimelineBin {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
  }

  /** Returns how many utterances there are. */
  public int total() {
    return labels.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Returns how many utterances have a label. */
  public int count(String label) {
    return labels.getOrDefault(label, 0);
  }
}
