package io.garam.app.train;

import io.garam.nlu.GaramException;
import io.garam.nlu.encoding.Subwords.Lengths;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What values a setting may have. Each method returns the value given or, without one, the one
 * suggested, and refuses what is out of range in a sentence that names the flag.
 */
final class Ranges {

  private static final Pattern LENGTHS = Pattern.compile("([1-9])\\.\\.([1-9])");

  private Ranges() {}

  static int whole(String flag, @Nullable Integer given, int suggested, int most) {
    int value = given == null ? suggested : given;
    if (value < 1 || value > most) {
      throw outOfRange(flag, "a whole number from 1 to " + most, value, suggested);
    }
    return value;
  }

  static double share(String flag, @Nullable Double given, double suggested) {
    double value = given == null ? suggested : given;
    if (!(value >= 0 && value < 1)) {
      throw outOfRange(flag, "a share from 0 to below 1", value, suggested);
    }
    return value;
  }

  static double positive(String flag, @Nullable Double given, double suggested) {
    double value = given == null ? suggested : given;
    if (!(value > 0 && value <= 10)) {
      throw outOfRange(flag, "a positive number up to 10", value, suggested);
    }
    return value;
  }

  static Lengths lengths(String flag, @Nullable String given, Lengths suggested) {
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

  static GaramException outOfRange(String flag, String expected, Object found, Object suggested) {
    return new GaramException(
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
