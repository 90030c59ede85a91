package io.garam.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * Counts labels in bins of time that begin a second wide and are merged into wider ones as the
 * range grows, so that memory does not grow with it and no count is a guess.
 */
final class WideningBins {

  private BinWidth width = BinWidth.NARROWEST;
  private TreeMap<Long, Map<String, Integer>> bins = new TreeMap<>();

  void add(long millis, String label) {
    bins.computeIfAbsent(width.bin(millis), unseen -> new HashMap<>())
        .merge(label, 1, Integer::sum);
    while (bins.lastKey() - bins.firstKey() >= Timeline.MOST_BINS) {
      widen();
    }
  }

  private void widen() {
    BinWidth wider = width.next();
    long merged = wider.millis() / width.millis();
    TreeMap<Long, Map<String, Integer>> narrow = bins;
    bins = new TreeMap<>();
    narrow.forEach(
        (bin, labels) -> {
          Map<String, Integer> sums =
              bins.computeIfAbsent(Math.floorDiv(bin, merged), unseen -> new HashMap<>());
          labels.forEach((label, count) -> sums.merge(label, count, Integer::sum));
        });
    width = wider;
  }

  long widthMillis() {
    return width.millis();
  }

  /** Returns all bins from the first that has an utterance to the last. */
  List<TimelineBin> all() {
    if (bins.isEmpty()) {
      return List.of();
    }
    return LongStream.rangeClosed(bins.firstKey(), bins.lastKey())
        .mapToObj(bin -> new TimelineBin(width.startMillis(bin), bins.getOrDefault(bin, Map.of())))
        .toList();
  }
}
