package io.garam.streams.replay.range;

import io.garam.nlu.GaramException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parser of times as users say them: a time in ISO 8601, a date, or a time that long ago. */
final class TimeParser {

  /** The form of a time before now, such as {@code 90m}. */
  private static final Pattern AGO = Pattern.compile("(\\d+)([smhd])");

  private static final Pattern ZONED = Pattern.compile(".*T.*([Zz]|[+-]\\d\\d:?(\\d\\d)?)");

  private TimeParser() {}

  /**
   * Reads a time, in UTC where it names no zone.
   *
   * @return in epoch milliseconds, at least 0
   * @throws GaramException if it is none
   */
  static long parse(String text, Instant now) {
    String trimmed = text.trim();
    Matcher ago = AGO.matcher(trimmed.toLowerCase(Locale.ROOT));
    try {
      Instant time = ago.matches() ? now.minus(duration(ago)) : instant(trimmed);
      return Math.max(0, time.toEpochMilli());
    } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
      throw new GaramException(
          "Expected a time such as 2026-11-25T14:30:00Z, 2026-11-25 or 24h (ago), or offsets such as"
              + " 0:1000,1:1200 (partition:offset), but found \""
              + text
              + "\"; correct it.",
          e);
    }
  }

  private static Duration duration(Matcher ago) {
    long amount = Long.parseLong(ago.group(1));
    return switch (ago.group(2)) {
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }

  private static Instant instant(String text) {
    if (text.indexOf('T') < 0) {
      return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    return ZONED.matcher(text).matches()
        ? OffsetDateTime.parse(text).toInstant()
        : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
  }
}
