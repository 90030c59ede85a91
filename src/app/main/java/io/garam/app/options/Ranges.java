package io.garam.app.options;

import io.garam.app.usage.UsageException;
import io.garam.nlu.encoding.Subwords.Lengths;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Ranges of values that a flag may have. Each method returns the value given or, without one, the
 * one suggested, and refuses what is out of range as wrong usage.
 */
public final class Ranges {

  private static final Pattern LENGTHS = Pattern.compile("([1-9])\\.\\.([1-9])");

  private Ranges() {}

  /** Returns a number that counts something, 1 at least. */
  public static int whole(String flag, @Nullable Integer given, int suggested, int most) {
    return whole(flag, given, suggested, 1, most);
  }

  /** Returns a whole number from {@code least} to {@code most}, both of which it may be. */
  public static int whole(
      String flag, @Nullable Integer given, int suggested, int least, int most) {
    int value = given == null ? suggested : given;
    if (value < least || value > most) {
      throw outOfRange(
          flag,
          String.format(Locale.ROOT, "a whole number from %d to %d", least, most),
          value,
          suggested);
    }
    return value;
  }

  /** Returns the offset of a record. */
  public static long offset(String flag, long given) {
    if (given < 0) {
      throw outOfRange(flag, "an offset, 0 or more", given, 0);
    }
    return given;
  }

  /** Returns a share of what there is, 0 but never all. */
  public static double share(String flag, @Nullable Double given, double suggested) {
    double value = given == null ? suggested : given;
    if (!(value >= 0 && value < 1)) {
      throw outOfRange(flag, "a share from 0 to below 1", value, suggested);
    }
    return value;
  }

  /** Returns a number above 0. */
  public static double positive(String flag, @Nullable Double given, double suggested) {
    double value = given == null ? suggested : given;
    if (!(value > 0 && value <= 10)) {
      throw outOfRange(flag, "a positive number up to 10", value, suggested);
    }
    return value;
  }

  /** Returns the lengths of n-grams, such as 2..4. */
  public static Lengths lengths(String flag, @Nullable String given, Lengths suggested) {
    if (given == null) {
      return suggested;
    }
    if (given.equals("none")) {
      return Lengths.NONE;
    }
    Matcher range = LENGTHS.matcher(given);
    if (!range.matches() || range.group(1).compareTo(range.group(2)) > 0) {
      throw outOfRange(flag, "MIN..MAX, each from 1 to 9, or none", given, "2..4");
    }
    return new Lengths(Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2)));
  }

  private static UsageException outOfRange(
      String flag, String expected, Object found, Object suggested) {
    return new UsageException(
        "Expected --"
            + flag
            + " to be "
            + expected
            + ", but found "
            + found
            + "; use "
            + suggested
            + " if unsure.");
  }
}
