package io.garam.app.evaluate;

import io.garam.app.explain.report.ChangePlaces;
import io.garam.evaluation.Prediction;
import io.garam.evaluation.comparison.Comparison;
import io.garam.evaluation.comparison.LabelChange;
import io.garam.evaluation.metrics.Evaluation;
import io.garam.evaluation.report.ComparedModels;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The answers of two models to the same corpus, held against each other.
 *
 * @param other what the model is held against
 * @param models both
 * @param places where in the corpus the first utterance is of each change that a report shows
 */
record ModelComparison(
    ModelAnswers other, ComparedModels models, Map<LabelChange, Integer> places) {

  /**
   * Compares answers. Where one model calls a label unknown that the other has as an intent of its
   * own, both mean the same: neither a change nor an error. Models of the same name and version are
   * called by their folders.
   *
   * @param other what the model is held against
   */
  static ModelComparison of(ModelAnswers other, ModelAnswers model) {
    UnaryOperator<String> meaning =
        label -> other.model().goldLabel(model.model().goldLabel(label));
    Comparison.Builder comparison = new Comparison.Builder();
    ChangePlaces<Integer> places = new ChangePlaces<>();
    for (int i = 0; i < model.predictions().size(); i++) {
      Prediction prediction = model.predictions().get(i);
      String from = meaning.apply(other.predictions().get(i).predicted());
      String to = meaning.apply(prediction.predicted());
      comparison.add(prediction.text(), meaning.apply(prediction.gold()), from, to);
      places.add(from, to, i);
    }
    boolean sameName = named(model).equals(named(other));
    ComparedModels models =
        new ComparedModels(
            sameName ? other.folder().toString() : named(other),
            sameName ? model.folder().toString() : named(model),
            comparison.build(),
            Evaluation.of(other.predictions()));
    return new ModelComparison(other, models, places.of(models.shownChanges()));
  }

  private static String named(ModelAnswers answers) {
    return answers.model().name() + " " + answers.model().version();
  }
}
