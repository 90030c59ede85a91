package io.garam.app.train;

import io.garam.app.options.Ranges;
import io.garam.nlu.GaramException;
import io.garam.training.LearnableCorpora;
import io.garam.training.TrainingListener;
import io.garam.training.TrainingPlan;
import io.garam.training.corpus.Corpus;
import io.garam.training.corpus.TrainValidationSplit;
import io.garam.training.settings.TrainingSettings;
import io.garam.training.study.CrossValidation;
import io.garam.training.study.LearningCurve;
import io.garam.training.study.Trial;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags that ask for further trainings, whose models are only measured. */
final class StudyOptions {

  private static final int FEWEST_FOLDS = 2;
  private static final int USUAL_FOLDS = 5;
  private static final int MOST_FOLDS = 100;

  @Option(
      names = "--folds",
      paramLabel = "N",
      description =
          "Cross-validate first: split the corpus into N folds, 2 to 100, and measure on each a"
              + " model made of all others, a tenth of which chooses the best epoch.")
  private @Nullable Integer folds;

  @Option(
      names = "--learning-curve",
      description =
          "Also train first on an eighth, a quarter, half and all of the corpus, a tenth of which"
              + " chooses the best epoch, and measure each on the same other utterances, to see"
              + " whether more data would bring more.")
  private boolean learningCurve;

  /**
   * Checks the flags before any work.
   *
   * @throws io.garam.app.usage.UsageException if there cannot be so many folds
   */
  void check() {
    Ranges.whole("folds", folds, USUAL_FOLDS, FEWEST_FOLDS, MOST_FOLDS);
  }

  /**
   * Runs what is asked for, before the model itself is trained.
   *
   * @param train the whole corpus, which is split into folds
   * @param validation of the model, null for a part of the other
   * @param chosen settings of the model
   * @throws GaramException if a corpus is too small to train the model, or for so many folds
   */
  StudyResults run(
      Corpus train,
      @Nullable Corpus validation,
      TrainingPlan plan,
      TrainingSettings chosen,
      TrainingListener listener) {
    TrainValidationSplit corpora = LearnableCorpora.of(train, validation, chosen);
    List<Trial> trials = List.of();
    List<Trial> curve = List.of();
    if (folds != null) {
      trials = CrossValidation.run(train, folds, plan, chosen.seed(), listener).folds();
    }
    if (learningCurve) {
      curve = LearningCurve.run(corpora, plan, chosen.seed(), listener);
    }
    if (folds != null || learningCurve) {
      listener.trialStarted("The model");
    }
    return new StudyResults(trials, curve);
  }
}
