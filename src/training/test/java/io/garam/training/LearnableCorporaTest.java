package io.garam.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import io.garam.training.corpus.Corpus;
import io.garam.training.corpus.LabelledUtterance;
import io.garam.training.corpus.TrainValidationSplit;
import io.garam.training.settings.OutOfScopeSettings;
import io.garam.training.settings.TrainingSettings;
import io.garam.training.settings.Views;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LearnableCorporaTest {

  private static final Corpus TRAIN = SampleCorpora.TRAIN;
  private static final Corpus VALID = SampleCorpora.VALID;
  private static final TrainingSettings SETTINGS = SmallSettings.of(TRAIN, Views.BOTH, 1, 1);

  @Test
  void aTenthIsHeldOutWhereThereIsNoValidationCorpus() {
    TrainValidationSplit corpora = LearnableCorpora.of(TRAIN, null, SETTINGS);

    assertThat(corpora.valid().size()).isEqualTo(24);
    assertThat(corpora.train().size()).isEqualTo(TRAIN.size() - 24);
    assertThat(corpora.valid().labels()).isEqualTo(TRAIN.labels());
  }

  @Test
  void whatIsNoneOfTheIntentsIsNotLearnedAsOne() {
    Corpus known = LearnableCorpora.known(TRAIN, unknown("weather"));

    assertThat(known.labels()).containsExactly("greeting", "music", "schedule");
    assertThat(LearnableCorpora.known(TRAIN, SETTINGS)).isSameAs(TRAIN);
  }

  @Test
  void aValidationCorpusWithoutAnyIntentIsRefused() {
    Corpus foreign =
        new Corpus("chatter.tsv", null, List.of(new LabelledUtterance("음", "weather", null, null)));

    assertThatThrownBy(() -> LearnableCorpora.of(TRAIN, foreign, unknown("weather")))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("in the validation corpus chatter.tsv, but all have the unknown");
  }

  @Test
  void aSingleLabelIsNothingToLearn() {
    Corpus single =
        new Corpus("one.tsv", null, List.of(new LabelledUtterance("hi", "a", null, null)));

    assertThatThrownBy(() -> LearnableCorpora.of(single, VALID, SETTINGS))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("at least two labels in the corpus one.tsv, but found only [a]");
  }

  @Test
  void aCorpusTooSmallToSplitAsksForAValidationCorpus() {
    Corpus tiny =
        new Corpus(
            "tiny.tsv",
            null,
            List.of(
                new LabelledUtterance("hi", "a", null, null),
                new LabelledUtterance("no", "b", null, null)));

    assertThatThrownBy(() -> LearnableCorpora.of(tiny, null, SETTINGS))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("it has only one of each of its 2 labels")
        .hasMessageContaining("name a validation corpus");
  }

  /** Issue 12: one label was answered by "enough utterances". */
  @Test
  void aSingleLabelIsNamedAlsoWhereNothingCanBeHeldOut() {
    Corpus single =
        new Corpus("one.tsv", null, List.of(new LabelledUtterance("hi", "a", null, null)));

    assertThatThrownBy(() -> LearnableCorpora.of(single, null, SETTINGS))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("at least two labels in the corpus one.tsv, but found only [a]");
  }

  @Test
  void aCorpusOfOneDialogueIsToldSo() {
    Corpus one =
        new Corpus(
            "one.tsv",
            null,
            List.of(
                new LabelledUtterance("hi", "a", "d", null),
                new LabelledUtterance("no", "b", "d", null)));

    assertThatThrownBy(() -> LearnableCorpora.of(one, null, SETTINGS))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("to hold out a tenth, but all are of one dialogue");
  }

  private static TrainingSettings unknown(String label) {
    return SETTINGS.toBuilder().outOfScope(new OutOfScopeSettings(label, null)).build();
  }
}
