package io.garam.evaluation.explanation;

import io.garam.evaluation.chart.SvgElement;
import io.garam.nlu.text.Printable;

/** What a row of a picture shows, left of it. */
final class RowNames {

  private static final int LONGEST = 26;

  private RowNames() {}

  static SvgElement of(String name, double middle) {
    return SvgElement.text(
        Columns.LEFT - 10, middle + 4, "end", Printable.beginning(name, LONGEST));
  }
}
