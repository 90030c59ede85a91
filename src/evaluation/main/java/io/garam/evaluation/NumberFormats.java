package io.garam.evaluation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Number formats of figures, wherever people read them: reports, model cards and messages. */
public final class NumberFormats {

  private static final int SIGNIFICANT_DIGITS = 2;

  private NumberFormats() {}

  /** Writes a share of 1 as a percentage with two decimals, as papers do. */
  public static String percent(double share) {
    return percent(share, 2);
  }

  /** Writes a share of 1 as a percentage. */
  public static String percent(double share, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f %%", share * 100);
  }

  /** Writes a figure from 0 to 1 with four decimals. */
  public static String fraction(double value) {
    return fraction(value, 4);
  }

  /** Writes a figure from 0 to 1. */
  public static String fraction(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  /** Writes a probability of a model, or that it is below what so many decimals tell from 0. */
  public static String confidence(double value, int decimals) {
    String least = fraction(Math.pow(10, -decimals), decimals);
    return value > 0 && value < Double.parseDouble(least) ? "<" + least : fraction(value, decimals);
  }

  /** Writes a difference of two shares of 1, in percentage points with two decimals. */
  public static String points(double difference) {
    return String.format(Locale.ROOT, "%+.2f", difference * 100);
  }

  /** Writes a probability with two significant digits, or that it is too small to tell apart. */
  public static String probability(double p) {
    if (p < 1e-6) {
      return "< 0.000001";
    }
    // Of a number that has fewer digits, rounding leaves fewer.
    BigDecimal rounded = new BigDecimal(p).round(new MathContext(SIGNIFICANT_DIGITS));
    return rounded
        .setScale(rounded.scale() + SIGNIFICANT_DIGITS - rounded.precision())
        .toPlainString();
  }

  /** Writes how many there are, with a comma between thousands. */
  public static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** Writes bytes as megabytes with one decimal. */
  public static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }
}
