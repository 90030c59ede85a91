package io.garam.evaluation.report;

import io.garam.evaluation.ClassScore;
import io.garam.evaluation.ConfusionMatrix;
import io.garam.evaluation.Evaluation;
import java.util.List;

/**
 * An evaluation as other programs read it, written by {@link io.garam.nlu.Json#MAPPER}. The names
 * of the components are the keys; figures are fractions and not rounded.
 *
 * @param accuracy the share of right predictions
 * @param macroF1 the mean F1 over all labels
 * @param count how many predictions
 * @param expectedCalibrationError the mean distance between confidence and accuracy
 * @param classes {@code label}, {@code precision}, {@code recall}, {@code f1} and {@code support}
 *     of each label, sorted by label
 * @param confusionMatrix the labels, sorted, and how often which was taken for which, {@code [gold,
 *     predicted]}
 */
public record JsonReport(
    double accuracy,
    double macroF1,
    int count,
    double expectedCalibrationError,
    List<ClassScore> classes,
    ConfusionMatrix confusionMatrix) {

  public static JsonReport of(Evaluation evaluation) {
    return new JsonReport(
        evaluation.accuracy(),
        evaluation.macroF1(),
        evaluation.count(),
        evaluation.expectedCalibrationError(),
        evaluation.classes(),
        evaluation.confusionMatrix());
  }
}
