package io.garam.benchmarks.memory;

import io.garam.benchmarks.memory.MemoryTrial.Outcome;
import java.util.Locale;

/** The figures of an {@link Outcome}, as tables and the picture show them. */
enum ReportedQuantity {
  ACCURACY("Accuracy on unseen sequences", "accuracy", "%.2f"),
  GRADIENT_BEFORE("Gradient before training", "by the first token ÷ by the last", "%.0e"),
  GRADIENT_AFTER("Gradient after training", "by the first token ÷ by the last", "%.0e");

  private final String title;
  private final String unit;
  private final String format;

  ReportedQuantity(String title, String unit, String format) {
    this.title = title;
    this.unit = unit;
    this.format = format;
  }

  String title() {
    return title;
  }

  String unit() {
    return unit;
  }

  double of(Outcome outcome) {
    return switch (this) {
      case ACCURACY -> outcome.accuracy();
      case GRADIENT_BEFORE -> outcome.gradientBefore();
      case GRADIENT_AFTER -> outcome.gradientAfter();
    };
  }

  String format(double number) {
    return number == 0 ? "0" : String.format(Locale.ROOT, format, number);
  }
}
