package io.garam.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.nlu.encoding.UtteranceEncoder;
import io.garam.nlu.encoding.Vocabulary;
import io.garam.nlu.encoding.WordEncoder;
import io.garam.training.corpus.Corpus;
import io.garam.training.corpus.LabelledUtterance;
import io.garam.training.network.Learner;
import io.garam.training.network.Libtorch;
import io.garam.training.network.NetworkShape;
import io.garam.training.settings.TrainingSettings;
import io.garam.training.settings.Views;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EncodedCorpusTest {

  private static final List<String> LABELS = List.of("ask", "play", "stop", "wait");

  private static final Corpus CORPUS =
      new Corpus(
          "four.tsv",
          null,
          List.of(
              row("stop it", "stop"),
              row("the moon is far", "oos"),
              row("play", "play"),
              row("what now", "ask")));

  @Test
  void theTrueLabelIsCertainAndWhatIsNoneOfThemIsAsLikelyEach() {
    EncodedCorpus encoded = encoded();

    assertThat(encoded.labels()).containsExactly(2, -1, 1, 0);
    assertThat(encoded.targets())
        .isDeepEqualTo(
            new float[][] {{0, 0, 1, 0}, {0.25f, 0.25f, 0.25f, 0.25f}, {0, 1, 0, 0}, {1, 0, 0, 0}});
    assertThat(encoded.utterances()).hasSize(4);
  }

  @Test
  void aBatchHasTheTargetsOfItsUtterancesInItsOrder() {
    assertThat(encoded().targets(List.of(2, 1)))
        .containsExactly(0, 1, 0, 0, 0.25f, 0.25f, 0.25f, 0.25f);
  }

  @Test
  void anotherOpinionReplacesTheTargetsAlone() {
    float[][] others = new float[4][4];
    EncodedCorpus encoded = encoded();

    EncodedCorpus taught = encoded.withTargets(others);

    assertThat(taught.targets()).isSameAs(others);
    assertThat(taught.labels()).isSameAs(encoded.labels());
    assertThat(taught.utterances()).isSameAs(encoded.utterances());
  }

  @Test
  void onlyTheGreatestLogitAtTheTrueLabelIsRight() {
    float[][] logits = {{0, 1, 2, 0}, {9, 0, 0, 0}, {0, -1, -2, -3}, {3, 0, 0, 2}};

    assertThat(encoded().accuracy(logits)).isEqualTo(2 / 3.0);
  }

  private static EncodedCorpus encoded() {
    Libtorch.load();
    TrainingSettings settings = SmallSettings.of(CORPUS, Views.WORDS, 1, 1);
    Vocabulary vocabulary = new Vocabulary(List.of("stop", "play"));
    try (Learner learner =
        new Learner(
            new UtteranceEncoder(new WordEncoder(settings.text().words(), vocabulary), null),
            new NetworkShape(settings.network().cell(), 1, 4, 4, 4, LABELS.size(), null),
            settings.regularization(),
            settings.network().deviation(),
            1,
            1)) {
      return EncodedCorpus.of(CORPUS, learner, LABELS, settings);
    }
  }

  private static LabelledUtterance row(String text, String label) {
    return new LabelledUtterance(text, label, null, null);
  }
}
