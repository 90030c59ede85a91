package io.garam.training.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.garam.nlu.GaramException;
import io.garam.training.SampleCorpora;
import io.garam.training.SmallSettings;
import io.garam.training.TrainingListener;
import io.garam.training.TrainingPlan;
import io.garam.training.corpus.Corpus;
import io.garam.training.corpus.LabelledUtterance;
import io.garam.training.settings.TrainingSettings;
import io.garam.training.settings.Views;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CrossValidationTest {

  private static final int SEED = 5;
  private static final int EPOCHS = 12;
  private static final TrainingPlan PLAN = new TrainingPlan(CrossValidationTest::settings, null);

  /**
   * Three dialogues of forty utterances and three folds, so that each fold is one dialogue. What is
   * learned is certain, yes or no by its text; of the dialogues none, 4 and 12 utterances have the
   * other label, so that the best model is right on 40, 36 and 28 of them.
   */
  @Test
  void eachFoldIsMeasuredOnItsOwnUtterancesByAModelOfTheOthers() {
    List<Corpus> learned = new ArrayList<>();
    TrainingPlan spying =
        new TrainingPlan(
            corpus -> {
              learned.add(corpus);
              return SmallSettings.of(corpus, Views.CHARACTERS, EPOCHS, EPOCHS);
            },
            null);
    Corpus corpus = new Corpus("answers", null, YesOrNo.dialogues(40, 0, 4, 12));
    Names heard = new Names();

    CrossValidation found = CrossValidation.run(corpus, 3, spying, SEED, heard);

    assertThat(heard.names).containsExactly("Fold 1 of 3", "Fold 2 of 3", "Fold 3 of 3");
    assertThat(found.folds()).extracting(Trial::name).isEqualTo(heard.names);
    assertThat(found.folds()).extracting(Trial::validation).containsExactly(40, 40, 40);
    // Of two dialogues one is held out to choose the epoch by.
    assertThat(found.folds()).extracting(Trial::training).containsExactly(40, 40, 40);
    assertThat(found.folds())
        .extracting(Trial::accuracy)
        .containsExactlyInAnyOrder(1.0, 36 / 40.0, 28 / 40.0);
    assertThat(found.folds())
        .allSatisfy(fold -> assertThat(fold.macroF1()).isCloseTo(fold.accuracy(), within(1e-12)));
    assertThat(found.mean(Trial::accuracy)).isCloseTo(104 / 120.0, within(1e-12));
    assertThat(found.deviation(Trial::accuracy)).isCloseTo(0.152752523, within(1e-9));
    assertThat(learned)
        .extracting(part -> part.utterances().stream().map(LabelledUtterance::dialogue).distinct())
        .extracting(dialogues -> String.join(" ", dialogues.toList()))
        .containsExactlyInAnyOrder("d0 d1", "d0 d2", "d1 d2");
  }

  /** Issue 12: epoch, temperature and threshold were chosen by the fold that was measured on. */
  @Test
  void nothingOfAFoldReachesItsModel() {
    List<Corpus> learned = new ArrayList<>();
    TrainingPlan spying =
        new TrainingPlan(
            corpus -> {
              learned.add(corpus);
              return settings(corpus);
            },
            null);

    CrossValidation.run(SampleCorpora.VALID, 3, spying, SEED, TrainingListener.NONE);

    // Each of the 60 utterances is kept from one of three models, and reaches the two others.
    IdentityHashMap<LabelledUtterance, Integer> reached = new IdentityHashMap<>();
    learned.forEach(part -> part.utterances().forEach(one -> reached.merge(one, 1, Integer::sum)));
    assertThat(reached).hasSize(60);
    assertThat(reached.values()).containsOnly(2);
    assertThat(learned).extracting(Corpus::size).containsExactly(40, 40, 40);
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
