package io.garam.evaluation.comparison;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts which labels change into which. It keeps counts and a few examples of each, so that
 * millions of utterances take no more memory than thousands.
 */
final class LabelChanges {

  private final Map<String, Map<String, LabelChangeCount>> counts = new HashMap<>();

  /** Adds an utterance to which two models give different labels. */
  void add(String text, @Nullable String gold, String first, String second) {
    counts
        .computeIfAbsent(first, from -> new HashMap<>())
        .computeIfAbsent(second, to -> new LabelChangeCount(first, second))
        .add(text, gold);
  }

  /** Returns the changes so far, the most frequent first, equally frequent ones by label. */
  List<LabelChange> sorted() {
    return counts.values().stream()
        .flatMap(from -> from.values().stream())
        .map(LabelChangeCount::change)
        .sorted(
            Comparator.comparingInt(LabelChange::count)
                .reversed()
                .thenComparing(LabelChange::from)
                .thenComparing(LabelChange::to))
        .toList();
  }
}
