package io.garam.benchmarks.footprint;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Growth of the live heap by the rows of a corpus, between two sizes. */
final class HeapGrowth {

  private static final double MILLION = 1e6;

  private HeapGrowth() {}

  /**
   * Returns a sentence on the last two sizes: bytes by row, and what a million rows then take;
   * empty where there is one size alone.
   *
   * @param rows of each corpus, in rising order
   * @param took what each training took
   */
  static Optional<String> sentence(List<Integer> rows, List<Footprint> took) {
    int last = took.size() - 1;
    if (last < 1) {
      return Optional.empty();
    }
    long live = took.get(last).liveHeap();
    double byRow =
        (double) (live - took.get(last - 1).liveHeap()) / (rows.get(last) - rows.get(last - 1));
    double million = live + byRow * (MILLION - rows.get(last));
    return Optional.of(
        String.format(
            Locale.ROOT,
            "Live heap by row, between the last two: %,.0f bytes; of a million rows then %,.0f MB.",
            byRow,
            million / MILLION));
  }
}
