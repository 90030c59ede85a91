package io.garam.evaluation.report.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.garam.evaluation.Prediction;
import io.garam.evaluation.report.ReportContent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * JSON mistake: one of the surest that a model made.
 *
 * @param text of the utterance, or how it begins
 * @param gold the label that people gave
 * @param predicted the label that the model gave
 * @param confidence of the model, 0 to 1
 * @param explanation why; left out where none was asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JsonMistake(
    String text,
    String gold,
    String predicted,
    double confidence,
    @Nullable JsonExplanation explanation) {

  /** Returns the mistakes that a report shows; null where nothing was evaluated. */
  static @Nullable List<JsonMistake> of(ReportContent measurement) {
    return measurement.evaluation() == null
        ? null
        : ReportContent.shownMistakes(measurement.evaluation()).stream()
            .map(mistake -> of(mistake, measurement))
            .toList();
  }

  private static JsonMistake of(Prediction mistake, ReportContent measurement) {
    return new JsonMistake(
        mistake.text(),
        mistake.gold(),
        mistake.predicted(),
        mistake.confidence(),
        Optional.ofNullable(measurement.explanations().get(mistake))
            .map(JsonExplanation::of)
            .orElse(null));
  }
}
