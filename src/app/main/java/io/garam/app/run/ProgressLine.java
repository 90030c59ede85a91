package io.garam.app.run;

import io.garam.streams.output.TaggingStatistics;
import io.garam.streams.output.TaggingStatistics.Counts;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * The line of counts that {@code run} prints now and then, where something has changed, with the
 * time as log lines have it.
 */
final class ProgressLine {

  /** As in {@code logback.xml}. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT);

  private final TaggingStatistics statistics;
  private final Clock clock;
  private Counts last;

  ProgressLine(TaggingStatistics statistics, Clock clock) {
    this.statistics = statistics;
    this.clock = clock;
    this.last = statistics.counts();
  }

  /** Returns the next line, or nothing if the counts are as they were. */
  Optional<String> next() {
    Counts now = statistics.counts();
    if (now.equals(last)) {
      return Optional.empty();
    }
    last = now;
    return Optional.of(timed(total()));
  }

  /** Returns a line with the time before it. */
  String timed(String line) {
    return TIME.format(OffsetDateTime.now(clock)) + " " + line;
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
