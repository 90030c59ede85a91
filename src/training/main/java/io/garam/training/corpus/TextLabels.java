package io.garam.training.corpus;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Labels of each text of a corpus, without the white space around it.
 *
 * @param byText more than one label for a text that is ambiguous
 */
record TextLabels(Map<String, Set<String>> byText) {

  private static final int MOST_LABELS = 3;

  static TextLabels of(Corpus corpus) {
    Map<String, Set<String>> labels = new LinkedHashMap<>();
    // Nearly all texts have one label: of a million they share a set for each label.
    Map<String, Set<String>> alone = new HashMap<>();
    for (LabelledUtterance utterance : corpus.utterances()) {
      labels.merge(
          utterance.text().strip(),
          alone.computeIfAbsent(utterance.label(), Set::of),
          TextLabels::union);
    }
    return new TextLabels(labels);
  }

  private static Set<String> union(Set<String> some, Set<String> more) {
    if (some.containsAll(more)) {
      return some;
    }
    Set<String> both = new TreeSet<>(some);
    both.addAll(more);
    return both;
  }

  boolean contain(String text) {
    return byText.containsKey(text.strip());
  }

  /** Returns how many of the texts have several labels. */
  CorpusFlaw ambiguous() {
    return CorpusFlaw.of(
        byText.entrySet().stream()
            .filter(text -> text.getValue().size() > 1)
            .map(text -> CorpusExample.quoted(text.getKey()) + " as " + someOf(text.getValue()))
            .toList(),
        byText.size());
  }

  private static String someOf(Set<String> labels) {
    String some = labels.stream().limit(MOST_LABELS).collect(Collectors.joining(", "));
    int more = labels.size() - MOST_LABELS;
    return more > 0 ? some + " and " + more + " more" : some;
  }
}
