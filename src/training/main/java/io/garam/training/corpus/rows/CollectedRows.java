package io.garam.training.corpus.rows;

import io.garam.training.corpus.LabelledUtterance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Collected rows: the utterances of a corpus as they are read, and what is to be said of them.
 * Labels, dialogues and speakers recur, so each is held once.
 */
public final class CollectedRows {

  private static final char REPLACEMENT = '\uFFFD';

  private final List<LabelledUtterance> utterances = new ArrayList<>();
  private final Map<String, String> shared = new HashMap<>();
  private final Count replaced = new Count();
  private final Count leftOut = new Count();

  private static final class Count {
    private long rows;
    private long first;

    void add(long row) {
      first = rows++ == 0 ? row : first;
    }
  }

  void add(
      long row, String text, String label, @Nullable String dialogue, @Nullable String speaker) {
    if (text.indexOf(REPLACEMENT) >= 0 || label.indexOf(REPLACEMENT) >= 0) {
      replaced.add(row);
    }
    utterances.add(
        new LabelledUtterance(
            text,
            once(label),
            dialogue == null ? null : once(dialogue),
            speaker == null ? null : once(speaker)));
  }

  /** Notes a row that people decided to give no label. */
  void leaveOut(long row) {
    leftOut.add(row);
  }

  private String once(String value) {
    return shared.computeIfAbsent(value, unseen -> unseen);
  }

  public List<LabelledUtterance> utterances() {
    return utterances;
  }

  /**
   * Returns what speaks against the corpus, a sentence each.
   *
   * @param place where a row is, by its number
   */
  List<String> warnings(String corpus, LongFunction<String> place) {
    List<String> warnings = new ArrayList<>();
    if (replaced.rows > 0) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "Rows of %s with the replacement character U+FFFD, which stands for characters that"
                  + " were lost: %,d of %,d, the first in %s; convert the original again.",
              corpus,
              replaced.rows,
              utterances.size(),
              place.apply(replaced.first)));
    }
    if (leftOut.rows > 0) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "Rows of %s that annotators skipped, rejected or left without a label, and that are"
                  + " left out: %,d, the first in %s.",
              corpus,
              leftOut.rows,
              place.apply(leftOut.first)));
    }
    return warnings;
  }
}
