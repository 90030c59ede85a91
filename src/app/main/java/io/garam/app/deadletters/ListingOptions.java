package io.garam.app.deadletters;

import io.garam.app.options.Ranges;
import io.garam.app.usage.UsageException;
import java.util.List;
import picocli.CommandLine.Option;

/** The flags that say which letters are listed, and how. */
final class ListingOptions {

  /** The flags, which say nothing where letters are sent again. */
  static final List<String> FLAGS = List.of("--all", "--limit", "--json");

  private static final int USUAL_LIMIT = 20;

  @Option(
      names = "--all",
      description = "List also the letters that an earlier --replay has handled.")
  boolean all;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "" + USUAL_LIMIT,
      description = "How many letters are shown at most, 0 for all (default: ${DEFAULT-VALUE}).")
  int limit;

  @Option(
      names = "--json",
      description = "Print every letter as one JSON object a line, and no summary.")
  boolean json;

  /**
   * Checks the flags before any work.
   *
   * @throws UsageException if there cannot be so many letters
   */
  void check() {
    Ranges.whole("limit", limit, USUAL_LIMIT, 0, Integer.MAX_VALUE);
  }
}
