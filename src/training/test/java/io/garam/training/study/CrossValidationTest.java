package io.garam.training.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.garam.evaluation.metrics.Evaluation;
import io.garam.nlu.GaramException;
import io.garam.training.LearnableCorpora;
import io.garam.training.SampleCorpora;
import io.garam.training.SmallSettings;
import io.garam.training.Training;
import io.garam.training.TrainingListener;
import io.garam.training.TrainingPlan;
import io.garam.training.checkpoint.Checkpoints;
import io.garam.training.corpus.Corpus;
import io.garam.training.corpus.LabelledUtterance;
import io.garam.training.corpus.TrainValidationSplit;
import io.garam.training.settings.TrainingSettings;
import io.garam.training.settings.Views;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CrossValidationTest {

  private static final int SEED = 5;
  private static final TrainingPlan PLAN = new TrainingPlan(CrossValidationTest::settings, null);

  @Test
  void theFiguresAreThoseOfTrainingsOnAllOtherFolds() {
    List<TrainValidationSplit> folds = TrainValidationSplit.folds(SampleCorpora.VALID, 3, SEED);
    List<Trial> expected = new ArrayList<>();
    for (TrainValidationSplit fold : folds) {
      TrainingSettings settings = settings(fold.train());
      TrainValidationSplit chosenBy = LearnableCorpora.of(fold.train(), null, settings);
      Evaluation evaluation =
          Training.run("fold", "1", chosenBy, settings, Checkpoints.NONE, TrainingListener.NONE)
              .evaluate(fold.valid());
      expected.add(
          new Trial(
              "Fold " + (expected.size() + 1) + " of 3",
              chosenBy.train().size(),
              fold.valid().size(),
              evaluation.accuracy(),
              evaluation.macroF1()));
    }
    Names heard = new Names();

    CrossValidation found = CrossValidation.run(SampleCorpora.VALID, 3, PLAN, SEED, heard);

    assertThat(found.folds()).isEqualTo(expected);
    assertThat(found.folds().stream().mapToInt(Trial::validation).sum())
        .isEqualTo(SampleCorpora.VALID.size());
    assertThat(heard.names).containsExactly("Fold 1 of 3", "Fold 2 of 3", "Fold 3 of 3");
  }

  /** Issue 12: epoch, temperature and threshold were chosen by the fold that was measured on. */
  @Test
  void nothingOfAFoldReachesItsModel() {
    List<Corpus> reviewed = new ArrayList<>();
    TrainingPlan spying =
        new TrainingPlan(
            corpus -> {
              reviewed.add(corpus);
              return settings(corpus);
            },
            null);

    CrossValidation.run(SampleCorpora.VALID, 3, spying, SEED, TrainingListener.NONE);

    List<TrainValidationSplit> folds = TrainValidationSplit.folds(SampleCorpora.VALID, 3, SEED);
    for (int fold = 0; fold < 3; fold++) {
      assertThat(reviewed.get(fold)).isEqualTo(folds.get(fold).train());
      assertThat(reviewed.get(fold).utterances())
          .doesNotContainAnyElementsOf(folds.get(fold).valid().utterances());
    }
  }

  /** Issue 12: with --context auto all folds were trained with context, whatever the model has. */
  @Test
  void everyFoldChoosesItsContextAsTheModelDoes() {
    List<LabelledUtterance> plain = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      String label = i % 2 == 0 ? "yes" : "no";
      plain.add(new LabelledUtterance(label, label, "dialogue " + i / 6, "A"));
    }
    Corpus corpus = new Corpus("plain", null, plain);
    TrainingPlan plan =
        new TrainingPlan(
            part -> SmallSettings.following(settings(part)), CrossValidationTest::settings);
    Names heard = new Names();

    CrossValidation folds = CrossValidation.run(corpus, 2, plan, SEED, heard);

    assertThat(heard.names)
        .containsExactly(
            "Fold 1 of 2",
            "Without context",
            "With context",
            "Fold 2 of 2",
            "Without context",
            "With context");
    assertThat(folds.folds()).extracting(Trial::validation).containsExactly(60, 60);
  }

  @Test
  void meanAndDeviationAreThoseOfASample() {
    CrossValidation three =
        new CrossValidation(
            List.of(
                new Trial("a", 8, 4, 0.5, 0.1),
                new Trial("b", 8, 4, 0.7, 0.1),
                new Trial("c", 8, 4, 0.9, 0.1)));

    assertThat(three.mean(Trial::accuracy)).isCloseTo(0.7, within(1e-12));
    assertThat(three.deviation(Trial::accuracy)).isCloseTo(0.2, within(1e-12));
    assertThat(three.deviation(Trial::macroF1)).isCloseTo(0, within(1e-12));
  }

  @Test
  void moreFoldsThanUtterancesAreRefusedBeforeAnyTraining() {
    Names heard = new Names();

    assertThatThrownBy(() -> CrossValidation.run(SampleCorpora.VALID, 61, PLAN, SEED, heard))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("at least 61 utterances in the corpus requests-valid.tsv")
        .hasMessageEndingWith("has 60; ask for fewer folds.");

    assertThat(heard.names).isEmpty();
  }

  private static TrainingSettings settings(Corpus corpus) {
    return SmallSettings.of(corpus, Views.CHARACTERS, 3, 3);
  }

  private static final class Names implements TrainingListener {
    private final List<String> names = new ArrayList<>();

    @Override
    public void trialStarted(String name) {
      names.add(name);
    }
  }
}
