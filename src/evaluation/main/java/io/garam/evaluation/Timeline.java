package io.garam.evaluation;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * Timeline of intents: which came when, counted in bins of equal width. Bins of whole hours, days
 * and weeks begin with the hour, the day and the Monday of UTC.
 *
 * @param widthMillis how long a bin lasts
 * @param bins without a gap from the first that has an utterance to the last, at most {@value
 *     #MOST_BINS}
 * @param ignored how many utterances have a time before 1970 or after 9999, which no clock gave
 */
public record Timeline(long widthMillis, List<Bin> bins, int ignored) {

  /** The most bins; more would not be told from each other on a chart. */
  public static final int MOST_BINS = 120;

  /**
   * The utterances of a stretch of time.
   *
   * @param startMillis when it begins, in milliseconds since 1970
   * @param labels how many utterances have which label; those that occur
   */
  public record Bin(long startMillis, Map<String, Integer> labels) {

    public Bin {
      labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }

    /** Returns how many utterances there are. */
    public int total() {
      return labels.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  public Timeline {
    bins = List.copyOf(bins);
  }

  /**
   * Counts labels by time, in any order. Bins begin a second wide and are merged into wider ones as
   * the range grows, so that memory does not grow with it and no count is a guess. Not for several
   * threads.
   */
  public static final class Builder {

    /** Each divides the next, so that bins merge without a remainder; the last is then doubled. */
    private static final List<Duration> WIDTHS =
        List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(6),
            Duration.ofDays(1),
            Duration.ofDays(7));

    /** The Monday before 1970. */
    private static final long ORIGIN = -Duration.ofDays(3).toMillis();

    private static final long YEAR_10000 = 253_402_300_800_000L;

    private long width = WIDTHS.get(0).toMillis();
    private TreeMap<Long, Map<String, Integer>> bins = new TreeMap<>();
    private int ignored;

    /**
     * Adds an utterance.
     *
     * @param millis when it was said, in milliseconds since 1970
     */
    public void add(long millis, String label) {
      if (millis < 0 || millis >= YEAR_10000) {
        ignored++;
        return;
      }
      bins.computeIfAbsent(bin(millis), unseen -> new HashMap<>()).merge(label, 1, Integer::sum);
      while (bins.lastKey() - bins.firstKey() >= MOST_BINS) {
        widen();
      }
    }

    private long bin(long millis) {
      return Math.floorDiv(millis - ORIGIN, width);
    }

    private void widen() {
      TreeMap<Long, Map<String, Integer>> narrow = bins;
      long wider = nextWidth();
      long merged = wider / width;
      bins = new TreeMap<>();
      narrow.forEach(
          (bin, labels) -> {
            Map<String, Integer> sums =
                bins.computeIfAbsent(Math.floorDiv(bin, merged), unseen -> new HashMap<>());
            labels.forEach((label, count) -> sums.merge(label, count, Integer::sum));
          });
      width = wider;
    }

    private long nextWidth() {
      return WIDTHS.stream()
          .mapToLong(Duration::toMillis)
          .filter(wider -> wider > width)
          .findFirst()
          .orElse(width * 2);
    }

    /** Returns what was counted so far. */
    public Timeline build() {
      List<Bin> all =
          bins.isEmpty()
              ? List.of()
              : LongStream.rangeClosed(bins.firstKey(), bins.lastKey())
                  .mapToObj(bin -> new Bin(ORIGIN + bin * width, bins.getOrDefault(bin, Map.of())))
                  .toList();
      return new Timeline(width, all, ignored);
    }
  }
}
