package io.garam.training.corpus.rows;

import io.garam.evaluation.GoldLabel;
import io.garam.nlu.text.NormalForm;
import io.garam.training.corpus.ColumnMapping;
import java.io.BufferedReader;
import java.io.IOException;

/** Reads lines of fastText's supervised form: {@code __label__LABEL} and then the text. */
final class FastTextRows extends RowReader {

  private static final String PREFIX = "__label__";

  FastTextRows(String corpus, ColumnMapping columns) {
    super(corpus, columns);
  }

  static boolean isIn(String line) {
    return line.stripLeading().startsWith(PREFIX);
  }

  @Override
  public void read(BufferedReader content, CollectedRows rows) throws IOException {
    requireNoColumns("lines of __label__LABEL and the text");
    String row = content.readLine();
    for (long line = 1; row != null; line++) {
      if (!NormalForm.isBlank(row)) {
        add(rows, line, row.strip());
      }
      row = content.readLine();
    }
  }

  private void add(CollectedRows rows, long line, String row) {
    int end = 0;
    while (end < row.length() && !Character.isWhitespace(row.charAt(end))) {
      end++;
    }
    String text = row.substring(end).strip();
    if (!isIn(row) || text.startsWith(PREFIX) || text.contains(" " + PREFIX)) {
      throw error(
          line,
          "one __label__LABEL and then the text",
          isIn(row) ? "several labels" : "a line that begins otherwise",
          "give the utterance one label, at its beginning");
    }
    add(rows, line, text, GoldLabel.of(row.substring(PREFIX.length(), end)), null, null);
  }
}
