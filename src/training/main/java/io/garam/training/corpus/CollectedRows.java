package io.garam.training.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The utterances of a corpus as they are read, and what is to be said of them. Labels, dialogues
 * and speakers recur, so each is held once.
 */
final class CollectedRows {

  private static final char REPLACEMENT = '\uFFFD';

  private final List<LabelledUtterance> utterances = new ArrayList<>();
  private final Map<String, String> shared = new HashMap<>();
  private final Count replaced = new Count();
  private final Count leftOut = new Count();

  private static final class Count {
    private long rows;
    private long firstLine;

    void add(long line) {
      firstLine = rows++ == 0 ? line : firstLine;
    }
  }

  void add(
      long line, String text, String label, @Nullable String dialogue, @Nullable String speaker) {
    if (text.indexOf(REPLACEMENT) >= 0 || label.indexOf(REPLACEMENT) >= 0) {
      replaced.add(line);
    }
    utterances.add(
        new LabelledUtterance(
            text,
            once(label),
            dialogue == null ? null : once(dialogue),
            speaker == null ? null : once(speaker)));
  }

  /** Notes a row that people decided to give no label. */
  void leaveOut(long line) {
    leftOut.add(line);
  }

  private String once(String value) {
    return shared.computeIfAbsent(value, unseen -> unseen);
  }

  List<LabelledUtterance> utterances() {
    return utterances;
  }

  /** Returns what speaks against the corpus, a sentence each. */
  List<String> warnings(String corpus) {
    List<String> warnings = new ArrayList<>();
    if (replaced.rows > 0) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "Rows of %s with the replacement character U+FFFD, which stands for characters that"
                  + " were lost: %,d of %,d, the first in line %d; convert the original again.",
              corpus,
              replaced.rows,
              utterances.size(),
              replaced.firstLine));
    }
    if (leftOut.rows > 0) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "Rows of %s that annotators skipped, rejected or left without a label, and that are"
                  + " left out: %,d, the first in line %d.",
              corpus,
              leftOut.rows,
              leftOut.firstLine));
    }
    return warnings;
  }
}
