package io.garam.app.run;

import io.garam.streams.statistics.TaggingStatistics;
import io.garam.streams.statistics.TaggingStatistics.Counts;
import java.util.Locale;
import java.util.Optional;

/** The line of counts that {@code run} prints now and then, where something has changed. */
final class ProgressLine {

  private final TaggingStatistics statistics;
  private Counts last;

  ProgressLine(TaggingStatistics statistics) {
    this.statistics = statistics;
    this.last = statistics.counts();
  }

  /** Returns the next line, or nothing if the counts are as they were. */
  Optional<String> next() {
    Counts now = statistics.counts();
    if (now.equals(last)) {
      return Optional.empty();
    }
    last = now;
    return Optional.of(total());
  }

  /** Returns a line with the counts since the start. */
  String total() {
    Counts now = statistics.counts();
    return String.format(
        Locale.ROOT,
        "Tagged %,d, dead letters %,d%s; batches %,d, the largest %,d.",
        now.tagged(),
        now.deadLetters(),
        now.passedOn() == 0
            ? ""
            : String.format(Locale.ROOT, ", passed on without an utterance %,d", now.passedOn()),
        now.batches(),
        now.largestBatch());
  }
}
