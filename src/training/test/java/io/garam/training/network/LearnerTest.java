package io.garam.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.garam.nlu.encoding.CharacterNgrams;
import io.garam.nlu.encoding.Subwords;
import io.garam.nlu.encoding.Subwords.Lengths;
import io.garam.nlu.encoding.UtteranceEncoder;
import io.garam.nlu.encoding.Vocabulary;
import io.garam.nlu.encoding.WordEncoder;
import io.garam.nlu.encoding.WordView;
import io.garam.nlu.text.CharacterTokenizer;
import io.garam.nlu.text.WordTokenizer;
import io.garam.training.embedding.EncodedText;
import io.garam.training.export.Cell;
import io.garam.training.optimizer.LearningRates;
import io.garam.training.settings.Views;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class LearnerTest {

  private static final Regularization SOME = new Regularization(0.2, 0.1, 0.1, 0.1, 0.1);
  private static final LearningRates RATES = new LearningRates(2e-3, 1e-2);

  /** The label is whether "first" comes before "second": only order tells. */
  private static final List<String> TEXTS =
      List.of(
          "first then second",
          "second then first",
          "first and then second again",
          "second first",
          "so first second",
          "so second and first");

  private static final int[] LABELS = {0, 1, 0, 1, 0, 1};
  private static final float[] TARGETS = {1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1};

  @BeforeEach
  void load() {
    Libtorch.load();
  }

  @ParameterizedTest
  @CsvSource({
    "GRU, WORDS", "GRU_RESET_BEFORE, WORDS", "LSTM, WORDS", "RNN, WORDS",
    "GRU, BOTH", "GRU_RESET_BEFORE, BOTH", "LSTM, BOTH", "RNN, BOTH",
    "GRU, CHARACTERS", "LSTM, CHARACTERS"
  })
  void orderIsLearned(Cell cell, Views views) {
    List<Double> losses = new ArrayList<>();
    float[][] logits = train(cell, views, 1, 150, losses);

    assertThat(losses.get(losses.size() - 1)).isLessThan(0.7 * losses.get(0));
    for (int i = 0; i < LABELS.length; i++) {
      assertThat(logits[i][LABELS[i]])
          .as("logit of the true label of %s", TEXTS.get(i))
          .isGreaterThan(logits[i][1 - LABELS[i]]);
    }
  }

  @ParameterizedTest
  @EnumSource(Cell.class)
  void theSameSeedLearnsTheSame(Cell cell) {
    assertThat(train(cell, Views.BOTH, 1, 30, new ArrayList<>()))
        .isDeepEqualTo(train(cell, Views.BOTH, 1, 30, new ArrayList<>()));
    assertThat(train(cell, Views.BOTH, 1, 30, new ArrayList<>())[0])
        .isNotEqualTo(train(cell, Views.BOTH, 2, 30, new ArrayList<>())[0]);
  }

  @ParameterizedTest
  @EnumSource(Cell.class)
  void severalThreadsLearnTheSameAsOne(Cell cell) {
    try (Learner alone = learner(cell, Views.BOTH, 1, 1);
        Learner together = learner(cell, Views.BOTH, 1, 2)) {
      for (int step = 0; step < 30; step++) {
        assertThat(together.learn(read(together), null, TARGETS, RATES))
            .isEqualTo(alone.learn(read(alone), null, TARGETS, RATES));
      }
      assertThat(together.logits(read(together), null))
          .isDeepEqualTo(alone.logits(read(alone), null));
    }
  }

  @ParameterizedTest
  @EnumSource(Cell.class)
  void whatElseIsInTheBatchChangesNothing(Cell cell) {
    try (Learner learner = learner(cell, Views.BOTH, 1)) {
      List<EncodedText> utterances = read(learner);
      float[][] together = learner.logits(utterances, null);
      for (int i = 0; i < utterances.size(); i++) {
        float[] alone = learner.logits(List.of(utterances.get(i)), null)[0];
        assertThat(alone[0]).isCloseTo(together[i][0], within(1e-5f));
        assertThat(alone[1]).isCloseTo(together[i][1], within(1e-5f));
      }
    }
  }

  @Test
  void doubtCanBeLearned() {
    float[] doubtful = {1, 0, 0.5f, 0.5f, 1, 0, 0, 1, 1, 0, 0, 1};
    try (Learner learner = learner(Cell.GRU, Views.WORDS, 1)) {
      for (int step = 0; step < 150; step++) {
        learner.learn(read(learner), null, doubtful, RATES);
      }
      float[][] logits = learner.logits(read(learner), null);

      assertThat(Math.abs(logits[1][0] - logits[1][1]))
          .isLessThan(Math.abs(logits[0][0] - logits[0][1]) / 2);
    }
  }

  @Test
  void aSnapshotBringsEarlierWeightsBack() {
    try (Learner learner = learner(Cell.LSTM, Views.BOTH, 1)) {
      float[][] before = learner.logits(read(learner), null);
      LearnerSnapshot snapshot = learner.snapshot();
      learner.learn(read(learner), null, TARGETS, RATES);
      assertThat(learner.logits(read(learner), null)[0]).isNotEqualTo(before[0]);

      learner.restore(snapshot);

      assertThat(learner.logits(read(learner), null)).isDeepEqualTo(before);
    }
  }

  private static Learner learner(Cell cell, Views views, long seed) {
    return learner(cell, views, seed, 1);
  }

  private static Learner learner(Cell cell, Views views, long seed, int threads) {
    UtteranceEncoder encoder =
        new UtteranceEncoder(
            views == Views.CHARACTERS
                ? null
                : new WordEncoder(
                    new WordView(
                        new WordTokenizer(true, 128),
                        new Subwords(new Lengths(2, 4), Lengths.NONE, 500)),
                    new Vocabulary(List.of("first", "second", "then", "and"))),
            views == Views.WORDS
                ? null
                : new CharacterNgrams(new CharacterTokenizer(true, 256), 500, 1));
    NetworkShape shape = new NetworkShape(cell, 2, 12, 10, 10, 2, null);
    return new Learner(encoder, shape, SOME, 0.1, seed, threads);
  }

  private static List<EncodedText> read(Learner learner) {
    return TEXTS.stream().map(learner::read).toList();
  }

  private static float[][] train(
      Cell cell, Views views, long seed, int steps, List<Double> losses) {
    try (Learner learner = learner(cell, views, seed)) {
      for (int step = 0; step < steps; step++) {
        losses.add(learner.learn(read(learner), null, TARGETS, RATES));
      }
      return learner.logits(read(learner), null);
    }
  }
}
