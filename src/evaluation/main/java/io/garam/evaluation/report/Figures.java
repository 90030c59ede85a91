package io.garam.evaluation.report;

import java.util.Locale;

/** How numbers are written in a report. */
final class Figures {

  private Figures() {}

  /** Writes a share of 1 as a percentage with two decimals, as papers do. */
  static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", share * 100);
  }

  /** Writes a figure from 0 to 1 with four decimals. */
  static String fraction(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  static String count(int value) {
    return String.format(Locale.ROOT, "%,d", value);
  }
}
