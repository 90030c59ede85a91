package io.garam.evaluation.report.json;

import io.garam.evaluation.comparison.LabelChange;
import io.garam.evaluation.report.ChangeExplanation;
import io.garam.evaluation.report.ComparedModels;
import java.util.List;
import java.util.Optional;

/**
 * JSON explanation of a change of label, by its first example.
 *
 * @param from what the first says
 * @param to what the second says
 * @param text of the utterance, or how it begins
 * @param first why the first says so
 * @param second why the second says so
 */
public record JsonExplainedChange(
    String from, String to, String text, JsonExplanation first, JsonExplanation second) {

  /** Returns the changes that were explained, the most frequent first. */
  static List<JsonExplainedChange> of(ComparedModels models) {
    return models.shownChanges().stream()
        .flatMap(
            change ->
                Optional.ofNullable(models.explanations().get(change))
                    .map(explanation -> of(change, explanation))
                    .stream())
        .toList();
  }

  private static JsonExplainedChange of(LabelChange change, ChangeExplanation explanation) {
    return new JsonExplainedChange(
        change.from(),
        change.to(),
        change.examples().get(0).text(),
        JsonExplanation.of(explanation.first()),
        JsonExplanation.of(explanation.second()));
  }
}
