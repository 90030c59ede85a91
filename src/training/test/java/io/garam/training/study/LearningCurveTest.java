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
import io.garam.training.corpus.TrainValidationSplit;
import io.garam.training.random.RandomStreams;
import io.garam.training.settings.TrainingSettings;
import io.garam.training.settings.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class LearningCurveTest {

  private static final int EPOCHS = 12;

  private final List<Corpus> learned = new ArrayList<>();
  private final TrainingPlan plan = new TrainingPlan(this::settings, null);

  /**
   * Parts of 160 utterances are 20, 40 and 80, of whose every label a tenth is held out: 1, 2, 4
   * and of the whole 8 of each. Of the 20 measured on 2 have the wrong label.
   */
  @Test
  void partsGrowByTheirDoubleAndAllAreMeasuredOnTheSameUtterances() {
    TrainValidationSplit corpora =
        new TrainValidationSplit(
            new Corpus("answers.tsv", null, YesOrNo.alone(160, 0)),
            new Corpus("test.tsv", null, YesOrNo.alone(20, 2)));

    List<Trial> trials = LearningCurve.run(corpora, plan, 5, TrainingListener.NONE);

    assertThat(trials)
        .extracting(Trial::name)
        .containsExactly(
            "1/8 of the corpus", "1/4 of the corpus", "1/2 of the corpus", "The whole corpus");
    assertThat(learned).extracting(Corpus::size).containsExactly(20, 40, 80, 160);
    assertThat(trials).extracting(Trial::training).containsExactly(18, 36, 72, 144);
    assertThat(trials).extracting(Trial::validation).containsOnly(20);
    assertThat(trials.get(3).accuracy()).isEqualTo(18 / 20.0);
    assertThat(trials.get(3).macroF1()).isCloseTo(0.9, within(1e-12));
    assertThat(learned)
        .extracting(Corpus::name)
        .containsExactly(
            "answers.tsv (1/8)", "answers.tsv (1/4)", "answers.tsv (1/2)", "answers.tsv");
  }

  /** Issue 12: of dialogues of unequal length, a smaller part was not always within a larger. */
  @Test
  void aSmallerPartOfUnequalDialoguesIsWithinTheLarger() {
    for (int seed = 1; seed <= 20; seed++) {
      List<Corpus> parts = LearningCurve.parts(unequalDialogues(seed), new RandomStreams(seed));

      assertThat(parts).hasSize(3);
      for (int part = 1; part < parts.size(); part++) {
        assertThat(parts.get(part - 1).utterances()).containsAll(parts.get(part).utterances());
        assertThat(parts.get(part).size()).isLessThan(parts.get(part - 1).size());
      }
    }
  }

  private static Corpus unequalDialogues(int seed) {
    Random random = new Random(seed);
    List<LabelledUtterance> utterances = new ArrayList<>();
    for (int dialogue = 0; dialogue < 40; dialogue++) {
      int length = 1 + random.nextInt(30);
      for (int i = 0; i < length; i++) {
        utterances.add(
            new LabelledUtterance(dialogue + " " + i, "a" + i % 2, "d" + dialogue, null));
      }
    }
    return new Corpus("unequal", null, utterances);
  }

  @Test
  void aCorpusTooSmallToDivideIsNamedWithItsPart() {
    Corpus few = new Corpus("few.tsv", null, SampleCorpora.TRAIN.utterances().subList(0, 6));

    assertThatThrownBy(
            () ->
                LearningCurve.run(
                    new TrainValidationSplit(few, SampleCorpora.VALID),
                    plan,
                    5,
                    TrainingListener.NONE))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining(
            "in the corpus few.tsv (1/8) to hold out a tenth, but it has only one");
  }

  private TrainingSettings settings(Corpus corpus) {
    learned.add(corpus);
    return SmallSettings.of(corpus, Views.CHARACTERS, EPOCHS, EPOCHS);
  }
}
