package io.garam.streams.replay;

import io.garam.nlu.GaramException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Position in a topic where a replay begins or ends, as a user says it: by offset, by time or by
 * age.
 */
public sealed interface Position {

  /** The form of a partition's offset, such as {@code 0:100}. */
  Pattern OFFSET = Pattern.compile("(\\d+):(\\d+)");

  /** The form of offsets, such as {@code 0:100,1:250}. */
  Pattern OFFSETS = Pattern.compile("\\d+:\\d+(,\\d+:\\d+)*");

  /** The form of a time before now, such as {@code 90m}. */
  Pattern AGO = Pattern.compile("(\\d+)([smhd])");

  /**
   * The first record of each partition that is as new as a time.
   *
   * @param epochMs in milliseconds, at least 0
   */
  record Time(long epochMs) implements Position {}

  /**
   * Offsets of partitions.
   *
   * @param byPartition an offset for each partition that is named
   */
  record Offsets(Map<Integer, Long> byPartition) implements Position {}

  /** Reads a position that may not be given; null if it is not. */
  static @Nullable Position of(@Nullable String text, Instant now) {
    return text == null ? null : parse(text, now);
  }

  /**
   * Reads a position: a time in ISO 8601, in UTC where it names no zone, a date, a time that long
   * ago, or offsets by partition.
   *
   * @throws GaramException if it is none of these
   */
  static Position parse(String text, Instant now) {
    String position = text.trim();
    if (OFFSETS.matcher(position).matches()) {
      return offsets(position);
    }
    Matcher ago = AGO.matcher(position.toLowerCase(Locale.ROOT));
    try {
      Instant time = ago.matches() ? now.minus(duration(ago)) : instant(position);
      return new Time(Math.max(0, time.toEpochMilli()));
    } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
      throw new GaramException(
          "Expected a time such as 2026-11-25T14:30:00Z, 2026-11-25 or 24h (ago), or offsets such as"
              + " 0:1000,1:1200 (partition:offset), but found \""
              + text
              + "\"; correct it.",
          e);
    }
  }

  private static Position offsets(String position) {
    Map<Integer, Long> offsets = new TreeMap<>();
    Matcher pairs = OFFSET.matcher(position);
    while (pairs.find()) {
      try {
        Long twice = offsets.put(Integer.valueOf(pairs.group(1)), Long.valueOf(pairs.group(2)));
        if (twice != null) {
          throw new GaramException(
              "Expected one offset for each partition, but found two for partition "
                  + pairs.group(1)
                  + "; leave one out.");
        }
      } catch (NumberFormatException e) {
        throw new GaramException(
            "Expected partition:offset, but the numbers of "
                + pairs.group()
                + " are too large; correct them.",
            e);
      }
    }
    return new Offsets(offsets);
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

  private static Instant instant(String position) {
    if (position.indexOf('T') < 0) {
      return LocalDate.parse(position).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    boolean zoned = position.matches(".*T.*([Zz]|[+-]\\d\\d:?(\\d\\d)?)");
    return zoned
        ? OffsetDateTime.parse(position).toInstant()
        : LocalDateTime.parse(position).toInstant(ZoneOffset.UTC);
  }
}
