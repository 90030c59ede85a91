package io.garam.streams.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/** Formats times and partitions for the log. */
final class LogText {

  /** More names than this are a number. */
  private static final int MOST_NAMES = 20;

  private LogText() {}

  /** Returns a duration such as {@code 45 s} or {@code 3 min 4 s}. */
  static String duration(Duration duration) {
    long seconds = duration.toSeconds();
    return seconds < 60
        ? seconds + " s"
        : seconds < 3600
            ? String.format(Locale.ROOT, "%d min %d s", seconds / 60, seconds % 60)
            : String.format(Locale.ROOT, "%d h %d min", seconds / 3600, seconds % 3600 / 60);
  }

  /** Returns a time in UTC, to the second. */
  static String time(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  static String partitions(Collection<TopicPartition> partitions) {
    if (partitions.isEmpty()) {
      return "none";
    }
    String names =
        partitions.stream()
            .sorted(
                Comparator.comparing(TopicPartition::topic)
                    .thenComparingInt(TopicPartition::partition))
            .limit(MOST_NAMES)
            .map(TopicPartition::toString)
            .collect(Collectors.joining(", "));
    return partitions.size() > MOST_NAMES
        ? names + " and " + (partitions.size() - MOST_NAMES) + " more"
        : names;
  }
}
