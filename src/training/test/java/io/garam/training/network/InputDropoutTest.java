package io.garam.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.garam.training.embedding.EmbeddingRows;
import io.garam.training.embedding.TokenIndex;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class InputDropoutTest {

  private static final int[] UTTERANCE = IntStream.rangeClosed(1, 10_000).toArray();

  @Test
  void aShareOfTheWordsIsBlanked() {
    int[] left = dropout(0.3, 0).words(UTTERANCE);

    assertThat(Arrays.stream(left).filter(id -> id == TokenIndex.BLANK).count() / 10_000.0)
        .isCloseTo(0.3, within(0.02));
    for (int t = 0; t < left.length; t++) {
      assertThat(left[t]).isIn(TokenIndex.BLANK, UTTERANCE[t]);
    }
  }

  @Test
  void theUtteranceItselfStaysAsItIs() {
    int[] utterance = UTTERANCE.clone();

    dropout(0.9, 0).words(utterance);

    assertThat(utterance).isEqualTo(UTTERANCE);
  }

  @Test
  void aShareOfTheNgramsIsLeftOutAndTheOthersAreScaledUp() {
    EmbeddingRows left = dropout(0, 0.2).rows(new EmbeddingRows(7, UTTERANCE, 0.5f));

    assertThat(left.own()).isEqualTo(7);
    assertThat(left.ngrams().length / 10_000.0).isCloseTo(0.8, within(0.02));
    assertThat(left.scale()).isCloseTo(0.5f / 0.8f, within(1e-6f));
  }

  @Test
  void anEpochsChoicesAreThoseItBeginsWith() {
    InputDropout dropout = dropout(0.5, 0);
    dropout.begin(new Random(8));
    int[] first = dropout.words(UTTERANCE);
    int[] second = dropout.words(UTTERANCE);

    dropout.begin(new Random(8));

    assertThat(dropout.words(UTTERANCE)).isEqualTo(first).isNotEqualTo(second);
  }

  private static InputDropout dropout(double words, double ngrams) {
    return new InputDropout(new Regularization(0, words, 0, ngrams, 0), new Random(1));
  }
}
