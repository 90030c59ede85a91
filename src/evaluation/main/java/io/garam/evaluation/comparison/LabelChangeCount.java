package io.garam.evaluation.comparison;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts the utterances of one {@link LabelChange}, and keeps the first few as examples. */
final class LabelChangeCount {

  private final String from;
  private final String to;
  private final List<ChangedUtterance> examples = new ArrayList<>(LabelChange.MOST_EXAMPLES);
  private int count;
  private int improvements;
  private int regressions;

  LabelChangeCount(String from, String to) {
    this.from = from;
    this.to = to;
  }

  void add(String text, @Nullable String gold) {
    count++;
    improvements += to.equals(gold) ? 1 : 0;
    regressions += from.equals(gold) ? 1 : 0;
    ChangedUtterance example = new ChangedUtterance(text, gold);
    if (examples.size() < LabelChange.MOST_EXAMPLES && !examples.contains(example)) {
      examples.add(example);
    }
  }

  LabelChange change() {
    return new LabelChange(from, to, count, improvements, regressions, examples);
  }
}
