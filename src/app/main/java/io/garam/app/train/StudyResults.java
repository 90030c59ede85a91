package io.garam.app.train;

import io.garam.training.study.CrossValidation;
import io.garam.training.study.Trial;
import java.util.List;
import java.util.Locale;

/**
 * Results of the further trainings, whose models are only measured.
 *
 * @param folds how the trainings of the cross-validation came out; empty without one
 * @param learningCurve how the trainings on parts of the corpus came out; empty without any
 */
record StudyResults(List<Trial> folds, List<Trial> learningCurve) {

  /** Returns a line for each training, and one for the mean and deviation of the folds. */
  String toText() {
    StringBuilder text = new StringBuilder();
    folds.forEach(fold -> text.append(line(fold)));
    if (!folds.isEmpty()) {
      CrossValidation crossValidation = new CrossValidation(folds);
      text.append(
          String.format(
              Locale.ROOT,
              "Mean of the folds: accuracy %.4f ± %.4f, macro-F1 %.4f ± %.4f%n",
              crossValidation.mean(Trial::accuracy),
              crossValidation.deviation(Trial::accuracy),
              crossValidation.mean(Trial::macroF1),
              crossValidation.deviation(Trial::macroF1)));
    }
    learningCurve.forEach(stage -> text.append(line(stage)));
    return text.toString();
  }

  private static String line(Trial trial) {
    return String.format(
        Locale.ROOT,
        "%s: accuracy %.4f, macro-F1 %.4f, learned from %,d utterances, measured on %,d%n",
        trial.name(),
        trial.accuracy(),
        trial.macroF1(),
        trial.training(),
        trial.validation());
  }
}
