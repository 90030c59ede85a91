package io.garam.evaluation.explanation;

import static j2html.TagCreator.td;
import static j2html.TagCreator.tr;

import j2html.tags.DomContent;

/** Row of a report's table that explains the row above it, over all columns. */
public final class ExplanationRow {

  /** How explanations are to be read, for the note of a section. */
  public static final String NOTE =
      "\u201cWhy\u201d names the parts that raise the label most, \u201cafter\u201d what was said"
          + " before it, by as much as its log-odds fall when the part is left out; unfolded, it"
          + " shows all: a bar up raises a label, a bar down lowers it. The second row is of the"
          + " label that the answer is compared with, or of the runner-up where the model does not"
          + " have that one.";

  private ExplanationRow() {}

  /**
   * Makes the row.
   *
   * @param columns of the table
   */
  public static DomContent of(int columns, DomContent... content) {
    return tr(td(content).attr("colspan", columns)).withClass("explained");
  }
}
