package io.garam.app.tag;

import io.garam.nlu.Intent;
import io.garam.nlu.text.Printable;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Stream;

/** Rows for people: label, confidence, and how the text begins. */
final class TableRows implements Rows {

  private static final int LONGEST_TEXT = 1_000;
  private static final int SHORTEST_LABEL = 8;

  private final String format;

  /**
   * @param labels that the model knows
   */
  TableRows(Collection<String> labels) {
    int width =
        Stream.concat(labels.stream(), Stream.of(Intent.UNKNOWN))
            .mapToInt(label -> Printable.escape(label).length())
            .max()
            .orElse(0);
    this.format = "%-" + Math.max(width, SHORTEST_LABEL) + "s  %5s  %s";
  }

  @Override
  public String of(TagResult answer) {
    Intent intent = answer.intent();
    String row =
        String.format(
            Locale.ROOT,
            format,
            intent == null ? state(answer) : Printable.escape(intent.label()),
            intent == null ? "-" : String.format(Locale.ROOT, "%.3f", intent.confidence()),
            Printable.beginning(answer.said(), LONGEST_TEXT));
    return row.stripTrailing();
  }

  private static String state(TagResult answer) {
    return "(" + answer.outcome().name().toLowerCase(Locale.ROOT) + ")";
  }
}
