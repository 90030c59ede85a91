package io.garam.evaluation.report.html;

import io.garam.evaluation.Timeline;
import io.garam.evaluation.TimelineBin;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Times of a timeline's bins, written in UTC with seconds only where the bins are as narrow. */
record BinTimes(Timeline timeline) {

  private Duration duration() {
    return Duration.ofMillis(timeline.widthMillis());
  }

  /** Writes when a bin begins. */
  String start(TimelineBin bin) {
    return text(bin.startMillis());
  }

  /** Writes when the first bin begins and the last ends. */
  String span() {
    List<TimelineBin> bins = timeline.bins();
    long end = bins.get(bins.size() - 1).startMillis() + timeline.widthMillis();
    return start(bins.get(0)) + " to " + text(end);
  }

  private String text(long millis) {
    String pattern = duration().toMinutes() > 0 ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd HH:mm:ss";
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
        .withZone(ZoneOffset.UTC)
        .format(Instant.ofEpochMilli(millis));
  }

  /** Writes how wide a bin is, such as "hour" or "15 minutes". */
  String width() {
    Duration width = duration();
    if (width.toDays() > 0) {
      return times(width.toDays(), "day");
    }
    if (width.toHours() > 0) {
      return times(width.toHours(), "hour");
    }
    return width.toMinutes() > 0
        ? times(width.toMinutes(), "minute")
        : times(width.toSeconds(), "second");
  }

  private static String times(long count, String unit) {
    return count == 1 ? unit : count + " " + unit + "s";
  }
}
