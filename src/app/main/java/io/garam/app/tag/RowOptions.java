package io.garam.app.tag;

import io.garam.app.usage.UsageException;
import java.util.Collection;
import picocli.CommandLine.Option;

/** The flags that say how results are written: a table for people unless one is given. */
final class RowOptions {

  @Option(
      names = "--json",
      description =
          "Print one JSON object a line instead of a table; one without a tag has the line's number,"
              + " \"intent\":null and, if it failed, \"error\".")
  private boolean json;

  @Option(
      names = "--tsv",
      description =
          "Print label, confidence, text and error between tabs, without a header; an untagged line"
              + " has no label. In a field, \\t \\n \\r \\\\ stand for tab, line breaks and backslash.")
  private boolean tsv;

  /**
   * Checks the flags before any work.
   *
   * @throws UsageException if both are given
   */
  void check() {
    if (json && tsv) {
      throw new UsageException("Expected --json or --tsv, but found both; leave one out.");
    }
  }

  /**
   * @param labels that the model knows
   */
  Rows rows(Collection<String> labels) {
    return json ? new JsonRows() : tsv ? new TsvRows() : new TableRows(labels);
  }
}
