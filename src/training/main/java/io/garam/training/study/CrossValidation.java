package io.garam.training.study;

import io.garam.training.TrainingListener;
import io.garam.training.TrainingPlan;
import io.garam.training.corpus.Corpus;
import io.garam.training.corpus.Folds;
import io.garam.training.corpus.TrainValidationSplit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Cross-validation: a training for each of several folds of a corpus, which is measured on that
 * fold, and learns from and chooses by all others (Stone 1974, "Cross-validatory choice and
 * assessment of statistical predictions").
 */
public record CrossValidation(List<Trial> folds) {

  public CrossValidation {
    folds = List.copyOf(folds);
  }

  /**
   * Runs all trainings, one after another.
   *
   * @param folds at least 2
   * @param plan how each is made
   * @param seed of the choice of folds
   * @throws io.garam.nlu.GaramException if the corpus is too small for so many folds
   */
  public static CrossValidation run(
      Corpus corpus, int folds, TrainingPlan plan, long seed, TrainingListener listener) {
    List<Trial> trials = new ArrayList<>();
    for (TrainValidationSplit fold : new Folds(folds, seed).of(corpus)) {
      String name = "Fold " + (trials.size() + 1) + " of " + folds;
      trials.add(Trial.run(name, fold, plan, listener));
    }
    return new CrossValidation(trials);
  }

  /** Returns the mean of a figure over the folds. */
  public double mean(ToDoubleFunction<Trial> figure) {
    return folds.stream().mapToDouble(figure).average().orElseThrow();
  }

  /** Returns the sample standard deviation of a figure over the folds. */
  public double deviation(ToDoubleFunction<Trial> figure) {
    double mean = mean(figure);
    double squares =
        folds.stream().mapToDouble(fold -> Math.pow(figure.applyAsDouble(fold) - mean, 2)).sum();
    return Math.sqrt(squares / (folds.size() - 1));
  }
}
