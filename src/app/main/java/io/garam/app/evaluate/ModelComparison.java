package io.garam.app.evaluate;

import io.garam.evaluation.Prediction;
import io.garam.evaluation.comparison.Comparison;
import io.garam.evaluation.metrics.Evaluation;
import io.garam.evaluation.report.ComparedModels;
import java.util.function.UnaryOperator;

/** The answers of two models to the same corpus, held against each other. */
final class ModelComparison {

  private ModelComparison() {}

  /**
   * Compares answers. Where one model calls a label unknown that the other has as an intent of its
   * own, both mean the same: neither a change nor an error. Models of the same name and version are
   * called by their folders.
   *
   * @param other what the model is held against
   */
  static ComparedModels of(ModelAnswers other, ModelAnswers model) {
    UnaryOperator<String> meaning =
        label -> other.model().goldLabel(model.model().goldLabel(label));
    Comparison.Builder comparison = new Comparison.Builder();
    for (int i = 0; i < model.predictions().size(); i++) {
      Prediction prediction = model.predictions().get(i);
      comparison.add(
          prediction.text(),
          meaning.apply(prediction.gold()),
          meaning.apply(other.predictions().get(i).predicted()),
          meaning.apply(prediction.predicted()));
    }
    boolean sameName = named(model).equals(named(other));
    return new ComparedModels(
        sameName ? other.folder().toString() : named(other),
        sameName ? model.folder().toString() : named(model),
        comparison.build(),
        Evaluation.of(other.predictions()));
  }

  private static String named(ModelAnswers answers) {
    return answers.model().name() + " " + answers.model().version();
  }
}
