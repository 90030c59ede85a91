package io.garam.evaluation;

import java.util.List;

/**
 * Timeline of intents: which came when, counted in bins of equal width. Bins of whole hours, days
 * and weeks begin with the hour, the day and the Monday of UTC.
 *
 * @param widthMillis how long a bin lasts
 * @param bins without a gap from the first that has an utterance to the last, at most {@value
 *     #MOST_BINS}
 * @param ignored how many utterances have a time before 1970 or after 9999, which no clock gave
 */
public record Timeline(long widthMillis, List<TimelineBin> bins, int ignored) {

  /** The most bins; more would not be told from each other on a chart. */
  public static final int MOST_BINS = 120;

  public Timeline {
    bins = List.copyOf(bins);
  }

  /** Counts labels by time, in any order. Not for several threads. */
  public static final class Builder {

    private static final long YEAR_10000 = 253_402_300_800_000L;

    private final WideningBins bins = new WideningBins();
    private int ignored;

    /**
     * Adds an utterance.
     *
     * @param millis when it was said, in milliseconds since 1970
     */
    public void add(long millis, String label) {
      if (millis < 0 || millis >= YEAR_10000) {
        ignored++;
      } else {
        bins.add(millis, label);
      }
    }

    /** Returns what was counted so far. */
    public Timeline build() {
      return new Timeline(bins.widthMillis(), bins.all(), ignored);
    }
  }
}
