package io.garam.app.evaluate;

import io.garam.evaluation.Comparison;
import io.garam.evaluation.Evaluation;
import io.garam.evaluation.Prediction;
import io.garam.evaluation.report.ComparedModels;
import io.garam.nlu.bundle.ModelSpec;
import java.util.function.UnaryOperator;

/** The answers of two models to the same corpus, held against each other. */
final class ModelComparison {

  private ModelComparison() {}

  /**
   * Compares answers. Where one model calls a label unknown that the other has as an intent of its
   * own, both mean the same: neither a change nor an error.
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
    String name = named(model.model());
    String otherName = named(other.model());
    boolean sameName = name.equals(otherName);
    return new ComparedModels(
        sameName ? other.model().reference().toString() : otherName,
        sameName ? model.model().reference().toString() : name,
        comparison.build(),
        Evaluation.of(other.predictions()));
  }

  private static String named(ModelSpec model) {
    return model.name() + " " + model.version();
  }
}
