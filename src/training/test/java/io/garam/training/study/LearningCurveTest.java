package io.garam.training.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.evaluation.Evaluation;
import io.garam.nlu.GaramException;
import io.garam.training.Checkpoints;
import io.garam.training.SampleCorpora;
import io.garam.training.SmallSettings;
import io.garam.training.Training;
import io.garam.training.TrainingListener;
import io.garam.training.TrainingSettings;
import io.garam.training.Views;
import io.garam.training.corpus.Corpus;
import io.garam.training.corpus.HeldOut;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LearningCurveTest {

  private static final HeldOut CORPORA = new HeldOut(SampleCorpora.TRAIN, SampleCorpora.VALID);

  private final List<Corpus> learned = new ArrayList<>();

  @Test
  void partsGrowByTheirDoubleAndAllAreMeasuredOnTheSameUtterances() {
    List<Trial> trials = LearningCurve.run(CORPORA, this::settings, 5, TrainingListener.NONE);

    assertThat(trials)
        .extracting(Trial::name)
        .containsExactly(
            "1/8 of the corpus", "1/4 of the corpus", "1/2 of the corpus", "The whole corpus");
    assertThat(trials).extracting(Trial::training).containsExactly(32, 60, 120, 240);
    assertThat(trials).extracting(Trial::validation).containsOnly(60);
    for (int part = 1; part < learned.size(); part++) {
      assertThat(learned.get(part).texts()).containsAll(learned.get(part - 1).texts());
    }
    assertThat(learned)
        .extracting(Corpus::name)
        .containsExactly(
            "requests-train.tsv (1/8)",
            "requests-train.tsv (1/4)",
            "requests-train.tsv (1/2)",
            "requests-train.tsv");
    Evaluation whole =
        Training.run(
                "whole",
                "1",
                CORPORA,
                settings(SampleCorpora.TRAIN),
                Checkpoints.NONE,
                TrainingListener.NONE)
            .evaluation();
    assertThat(trials.get(3).accuracy()).isEqualTo(whole.accuracy());
    assertThat(trials.get(3).macroF1()).isEqualTo(whole.macroF1());
    assertThat(trials.get(3).accuracy()).isGreaterThan(trials.get(0).accuracy());
  }

  @Test
  void aCorpusTooSmallToDivideIsNamedWithItsPart() {
    Corpus few = new Corpus("few.tsv", null, SampleCorpora.TRAIN.utterances().subList(0, 6));

    assertThatThrownBy(
            () ->
                LearningCurve.run(
                    new HeldOut(few, SampleCorpora.VALID),
                    this::settings,
                    5,
                    TrainingListener.NONE))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("at least two labels in the corpus few.tsv (1/8), but found only");
  }

  private TrainingSettings settings(Corpus corpus) {
    learned.add(corpus);
    return SmallSettings.of(corpus, Views.CHARACTERS, 3, 3);
  }
}
