package io.garam.evaluation.comparison;

import java.util.List;

/**
 * Label change: a label that the second of two models gives where the first gives another.
 *
 * @param from what the first says
 * @param to what the second says
 * @param count how many utterances
 * @param improvements how many of them people gave the second's label
 * @param regressions how many of them people gave the first's label
 * @param examples the first of these utterances that differ, at most {@value #MOST_EXAMPLES}
 */
public record LabelChange(
    String from,
    String to,
    int count,
    int improvements,
    int regressions,
    List<ChangedUtterance> examples) {

  /** The most examples of a change. */
  public static final int MOST_EXAMPLES = 3;

  public LabelChange {
    examples = List.copyOf(examples);
  }
}
